// What `fill` shows of a question, of progress and of the score so far.
#pragma once

#include "dialogue.hpp"
#include "session.hpp"

#include <cstddef>

namespace assess::cmd {

// The question with its options; `place` of `count` in the row.
void show_question(Dialogue& dialogue, const Session& session, QuestionId id, std::size_t place,
                   std::size_t count);
void show_explanation(Dialogue& dialogue, const Session& session, QuestionId id);

// Per section, as on the platform: 共N题 已答 裁切 进度, and its state.
void show_progress(Dialogue& dialogue, const Session& session);
void show_score(Dialogue& dialogue, const Session& session);
void show_help(Dialogue& dialogue);

}  // namespace assess::cmd

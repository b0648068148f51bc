// The table of texts and trees: every form of YAML that a file may use, and the bytes of each
// value.
#include "support/tree_dump.hpp"
#include <assess/yaml/node.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace assess::yaml {
namespace {

struct Case {
  std::string_view text;
  std::string_view tree;
};

const std::vector<Case>& cases() {
  static const std::vector<Case> all{
      // scalars at the top
      {"b", "p0<b>"},
      {R"("b")", R"(q0<"b">=b)"},
      {"'b'", "q0<'b'>=b"},
      {" b # c", "p1<b>"},
      // plain scalars
      {"a: b", "m0<a: b>{p0<a>: p3<b>}"},
      {"a : b", "m0<a : b>{p0<a>: p4<b>}"},
      {"a:  b ", "m0<a:  b>{p0<a>: p4<b>}"},
      {"a: b c", "m0<a: b c>{p0<a>: p3<b c>}"},
      {"a: b:c", "m0<a: b:c>{p0<a>: p3<b:c>}"},
      {"a: http://x.y/?q=[1]", "m0<a: http://x.y/?q=[1]>{p0<a>: p3<http://x.y/?q=[1]>}"},
      {"a: b#c", "m0<a: b#c>{p0<a>: p3<b#c>}"},
      {"a: b #c", "m0<a: b>{p0<a>: p3<b>}"},
      {"a: -1", "m0<a: -1>{p0<a>: p3<-1>}"},
      {"a: b, c", "m0<a: b, c>{p0<a>: p3<b, c>}"},
      {R"(a: it's "so")", R"(m0<a: it's "so">{p0<a>: p3<it's "so">})"},
      {"a: 智能 制造", "m0<a: 智能 制造>{p0<a>: p3<智能 制造>}"},
      {"智能：x: y", "m0<智能：x: y>{p0<智能：x>: p12<y>}"},
      {"a: x\n  y\n  z\nb: c", "m0<a: x⏎  y⏎  z⏎b: c>{p0<a>: p3<x⏎  y⏎  z>=x y z, p13<b>: p16<c>}"},
      {"a: x\n\n  y", "m0<a: x⏎⏎  y>{p0<a>: p3<x⏎⏎  y>=x⏎y}"},
      {"a:\n  x\n  y", "m0<a:⏎  x⏎  y>{p0<a>: p5<x⏎  y>=x y}"},
      {"a: x\r\n  y\r\nb: 1", "m0<a: x␍⏎  y␍⏎b: 1>{p0<a>: p3<x␍⏎  y>=x y, p11<b>: p14<1>}"},
      // quoted scalars
      {R"(a: "b")", R"(m0<a: "b">{p0<a>: q3<"b">=b})"},
      {"a: 'b'", "m0<a: 'b'>{p0<a>: q3<'b'>=b}"},
      {R"("a": 'b')", R"(m0<"a": 'b'>{q0<"a">=a: q5<'b'>=b})"},
      {R"("a" : b)", R"(m0<"a" : b>{q0<"a">=a: p6<b>})"},
      {R"(a: "")", R"(m0<a: "">{p0<a>: q3<"">=})"},
      {"a: ''", "m0<a: ''>{p0<a>: q3<''>=}"},
      {R"(a: "b" # c)", R"(m0<a: "b">{p0<a>: q3<"b">=b})"},
      {R"(a: "x # y")", R"(m0<a: "x # y">{p0<a>: q3<"x # y">=x # y})"},
      {R"(a: "\"q\" \u4e2d\n\t\\")",
       R"(m0<a: "\"q\" \u4e2d\n\t\\">{p0<a>: q3<"\"q\" \u4e2d\n\t\\">="q" 中⏎→\})"},
      {R"(a: '"x" \n')", R"(m0<a: '"x" \n'>{p0<a>: q3<'"x" \n'>="x" \n})"},
      {"a: 'it''s'", "m0<a: 'it''s'>{p0<a>: q3<'it''s'>=it's}"},
      {"a: \"x\n  y\"", R"(m0<a: "x⏎  y">{p0<a>: q3<"x⏎  y">=x y})"},
      {"a: \"x\\\n  y\"", R"(m0<a: "x\⏎  y">{p0<a>: q3<"x\⏎  y">=xy})"},
      {"a: 'x\n\n  y'", "m0<a: 'x⏎⏎  y'>{p0<a>: q3<'x⏎⏎  y'>=x⏎y}"},
      {R"(a: "null")", R"(m0<a: "null">{p0<a>: q3<"null">=null})"},
      // block scalars
      {"a: |\n  x\n  y\nb: c", "m0<a: |⏎  x⏎  y⏎b: c>{p0<a>: q3<|⏎  x⏎  y>=x⏎y⏎, p13<b>: p16<c>}"},
      {"a: |\n  x", "m0<a: |⏎  x>{p0<a>: q3<|⏎  x>=x}"},
      {"a: |\nb: c", "m0<a: |⏎b: c>{p0<a>: q3<|>=, p5<b>: p8<c>}"},
      {"k:\n  a: |\n  b: c",
       "m0<k:⏎  a: |⏎  b: c>{p0<k>: m5<a: |⏎  b: c>{p5<a>: q8<|>=, p12<b>: p15<c>}}"},
      {"a: |\n\n  x\n\n  y\n\n", "m0<a: |⏎⏎  x⏎⏎  y>{p0<a>: q3<|⏎⏎  x⏎⏎  y>=⏎x⏎⏎y⏎}"},
      {"a: |-\n  x\n", "m0<a: |-⏎  x>{p0<a>: q3<|-⏎  x>=x}"},
      {"a: |+\n  x\n\nb: c", "m0<a: |+⏎  x⏎⏎b: c>{p0<a>: q3<|+⏎  x>=x⏎⏎, p11<b>: p14<c>}"},
      {"a: | # why\n  x\n", "m0<a: | # why⏎  x>{p0<a>: q3<| # why⏎  x>=x⏎}"},
      {"a: >\n  x\n  y\n\n  z\n", "m0<a: >⏎  x⏎  y⏎⏎  z>{p0<a>: q3<>⏎  x⏎  y⏎⏎  z>=x y⏎z⏎}"},
      {"a: >-\n  x\n    y\n  z\nb: c",
       "m0<a: >-⏎  x⏎    y⏎  z⏎b: c>{p0<a>: q3<>-⏎  x⏎    y⏎  z>=x⏎  y⏎z, p20<b>: p23<c>}"},
      {"a: |\r\n  x\r\n\r\n  y\r\nb: c\r\n",
       "m0<a: |␍⏎  x␍⏎␍⏎  y␍⏎b: c>{p0<a>: q3<|␍⏎  x␍⏎␍⏎  y>=x⏎⏎y⏎, p18<b>: p21<c>}"},
      {"a: |2\n    x\n  y\nb: c",
       "m0<a: |2⏎    x⏎  y⏎b: c>{p0<a>: q3<|2⏎    x⏎  y>=  x⏎y⏎, p16<b>: p19<c>}"},
      {"- k: |2-\n      x\n    y\n  b: c",
       "s0<- k: |2-⏎      x⏎    y⏎  b: c>[m2<k: |2-⏎      x⏎    y⏎  b: c>{p2<k>: q5<|2-⏎      x⏎   "
       " y>=  x⏎y, p25<b>: p28<c>}]"},
      {"- >1\n   x\n  y\n- b", "s0<- >1⏎   x⏎  y⏎- b>[q2<>1⏎   x⏎  y>=  x⏎ y⏎, p16<b>]"},
      {"- |\n x\n- |\n y", "s0<- |⏎ x⏎- |⏎ y>[q2<|⏎ x>=x⏎, q9<|⏎ y>=y]"},
      {"a: |\n   x\n  # y\nb: c", "m0<a: |⏎   x⏎  # y⏎b: c>{p0<a>: q3<|⏎   x>=x⏎, p16<b>: p19<c>}"},
      {"a: |\n  \"x\n  [y\n", R"(m0<a: |⏎  "x⏎  [y>{p0<a>: q3<|⏎  "x⏎  [y>="x⏎[y⏎})"},
      // nothing
      {"a:", "m0<a>{p0<a>: ~1<>}"},
      {"a: ~", "m0<a: ~>{p0<a>: ~3<~>}"},
      {"a: null", "m0<a: null>{p0<a>: ~3<null>}"},
      {"a: Null # x", "m0<a: Null>{p0<a>: ~3<Null>}"},
      {"a: NULL\n", "m0<a: NULL>{p0<a>: ~3<NULL>}"},
      {"a:\nb: c", "m0<a:⏎b: c>{p0<a>: ~1<>, p3<b>: p6<c>}"},
      {"a:\nnullable: c", "m0<a:⏎nullable: c>{p0<a>: ~1<>, p3<nullable>: p13<c>}"},
      {"a:\nnull b: c", "m0<a:⏎null b: c>{p0<a>: ~1<>, p3<null b>: p11<c>}"},
      {"a:\n~, b: c", "m0<a:⏎~, b: c>{p0<a>: ~1<>, p3<~, b>: p9<c>}"},
      {"{null b, c: ~ }", "m0<{null b, c: ~ }>{p1<null b>: ~7<>, p9<c>: ~12<~>}"},
      {"a:\n~b: c", "m0<a:⏎~b: c>{p0<a>: ~1<>, p3<~b>: p7<c>}"},
      {"-", "s0<->[~1<>]"},
      {"- a\n-\n- ~", "s0<- a⏎-⏎- ~>[p2<a>, ~3<>, ~8<~>]"},
      {"{a, b: }", "m0<{a, b: }>{p1<a>: ~2<>, p4<b>: ~5<>}"},
      {"[a, , null]", "s0<[a, , null]>[p1<a>, ~2<>, ~6<null>]"},
      {"a: nullable", "m0<a: nullable>{p0<a>: p3<nullable>}"},
      {"a: ~b", "m0<a: ~b>{p0<a>: p3<~b>}"},
      // flow collections
      {"[]", "s0<[]>[]"},
      {"{}", "m0<{}>{}"},
      {"[a, b,]", "s0<[a, b,]>[p1<a>, p4<b>]"},
      {R"([ a , "b" ])", R"(s0<[ a , "b" ]>[p2<a>, q6<"b">=b])"},
      {"{a: b, c: [d, {e: f}]}",
       "m0<{a: b, c: [d, {e: f}]}>{p1<a>: p4<b>, p7<c>: s10<[d, {e: f}]>[p11<d>, m14<{e: "
       "f}>{p15<e>: p18<f>}]}"},
      {"[a: b]", "s0<[a: b]>[m1<a: b>{p1<a>: p4<b>}]"},
      {R"({"a":b})", R"(m0<{"a":b}>{q1<"a">=a: p5<b>})"},
      {"{? a : b}", "m0<{? a : b}>{p3<a>: p7<b>}"},
      {"[a,\n b]", "s0<[a,⏎ b]>[p1<a>, p5<b>]"},
      {"{a: b,\n}\n", "m0<{a: b,⏎}>{p1<a>: p4<b>}"},
      {"a: [ # ]\n  b ] # c", "m0<a: [ # ]⏎  b ]>{p0<a>: s3<[ # ]⏎  b ]>[p11<b>]}"},
      {"a: [b # ]\n ]", "m0<a: [b # ]⏎ ]>{p0<a>: s3<[b # ]⏎ ]>[p4<b>]}"},
      {"- {a: 1}\n- []", "s0<- {a: 1}⏎- []>[m2<{a: 1}>{p3<a>: p6<1>}, s11<[]>[]]"},
      {"[a b, c d]", "s0<[a b, c d]>[p1<a b>, p6<c d>]"},
      {"{a: b c, d: 'e, f'}", "m0<{a: b c, d: 'e, f'}>{p1<a>: p4<b c>, p9<d>: q12<'e, f'>=e, f}"},
      // block collections
      {"- a\n- b", "s0<- a⏎- b>[p2<a>, p6<b>]"},
      {"- - a\n  - b\n- c", "s0<- - a⏎  - b⏎- c>[s2<- a⏎  - b>[p4<a>, p10<b>], p14<c>]"},
      {"a:\n- b\n- c\nd: e",
       "m0<a:⏎- b⏎- c⏎d: e>{p0<a>: s3<- b⏎- c>[p5<b>, p9<c>], p11<d>: p14<e>}"},
      {"a:\n  - b: c\n    d: e\n  - f",
       "m0<a:⏎  - b: c⏎    d: e⏎  - f>{p0<a>: s5<- b: c⏎    d: e⏎  - f>[m7<b: c⏎    d: e>{p7<b>: "
       "p10<c>, p16<d>: p19<e>}, p25<f>]}"},
      {"? a\n: b", "m0<? a⏎: b>{p2<a>: p6<b>}"},
      {"? a", "m0<? a>{p2<a>: ~3<>}"},
      {"? |\n  k\n: v", "m0<? |⏎  k⏎: v>{q2<|⏎  k>=k⏎: p10<v>}"},
      {"a:\n  b:\n    c: d\ne: f",
       "m0<a:⏎  b:⏎    c: d⏎e: f>{p0<a>: m5<b:⏎    c: d>{p5<b>: m12<c: d>{p12<c>: p15<d>}}, "
       "p17<e>: p20<f>}"},
      {"- a: b\n  c: d", "s0<- a: b⏎  c: d>[m2<a: b⏎  c: d>{p2<a>: p5<b>, p9<c>: p12<d>}]"},
      {R"("a": {b: c})", R"(m0<"a": {b: c}>{q0<"a">=a: m5<{b: c}>{p6<b>: p9<c>}})"},
      {"<<: {a: b}", "m0<<<: {a: b}>{p0<<<>: m4<{a: b}>{p5<a>: p8<b>}}"},
      // documents, comments, marks
      {"---\na: b\n", "m4<a: b>{p4<a>: p7<b>}"},
      {"--- b", "p4<b>"},
      {"---\na: b\n...\n", "m4<a: b>{p4<a>: p7<b>}"},
      {"%YAML 1.2\n---\na: b", "m14<a: b>{p14<a>: p17<b>}"},
      {"# x\n\na: b # y\n# z\n", "m5<a: b>{p5<a>: p8<b>}"},
      {"a: # x\n  b", "m0<a: # x⏎  b>{p0<a>: p9<b>}"},
      {"\xEF\xBB\xBF"
       "a: b",
       "m3<a: b>{p3<a>: p6<b>}"},
      {"\xEF\xBB\xBF"
       "# x\r\na: b\r\n",
       "m8<a: b>{p8<a>: p11<b>}"},
      {"a: b\r\nc: d\r\n", "m0<a: b␍⏎c: d>{p0<a>: p3<b>, p6<c>: p9<d>}"},
      {"a:\tb", "m0<a:→b>{p0<a>: p3<b>}"},
  };
  return all;
}

TEST_CASE("a text is read as the tree that it says, each value with its own bytes") {
  for (const Case& c : cases()) {
    CAPTURE(c.text);
    SourceMap sources;
    Diagnostics diagnostics;
    const SourceId id = sources.add("f", std::string(c.text));
    const auto tree = parse(sources, id, diagnostics);
    REQUIRE(tree.has_value());
    CHECK(diagnostics.all().empty());
    CHECK(test::dump(c.text, tree->root()) == c.tree);
  }
}

TEST_CASE("a second source is read with its own places") {
  SourceMap sources;
  Diagnostics diagnostics;
  sources.add("first", "x: y");
  const SourceId id = sources.add("second", "- a");
  const auto tree = parse(sources, id, diagnostics);
  REQUIRE(tree.has_value());
  CHECK(tree->root().span() == Span{id, 0, 3});
  CHECK((*tree->root().children().begin()).span() == Span{id, 2, 3});
}

TEST_CASE("the number of items and of pairs is known") {
  const std::vector<std::pair<std::string, std::size_t>> sizes{
      {"[]", 0},   {"[a, b, c]", 3}, {"{}", 0}, {"{a: b, c: [d, e]}", 2},
      {"a: b", 1}, {"- {a: b}", 1}};
  for (const auto& [text, size] : sizes) {
    CAPTURE(text);
    SourceMap sources;
    Diagnostics diagnostics;
    const auto tree = parse(sources, sources.add("f", text), diagnostics);
    REQUIRE(tree.has_value());
    CHECK(tree->root().size() == size);
    std::size_t counted = 0;
    for (const Node child : tree->root().children()) counted += child.is_null() ? 0U : 1U;
    CHECK(counted == size);
  }
}

TEST_CASE("a tree may be moved before handles into it are taken") {
  SourceMap sources;
  Diagnostics diagnostics;
  auto tree = parse(sources, sources.add("f", "a: 'it''s'"), diagnostics);
  REQUIRE(tree.has_value());
  const Tree moved = std::move(*tree);
  const Node key = *moved.root().children().begin();
  CHECK(key.text() == "a");
  CHECK(key.value().text() == "it's");
}

}  // namespace
}  // namespace assess::yaml

// The colours of the inks, the same in every format that draws: one accent, its tints, and greys.
#pragma once

#include <assess/render/pdf_page.hpp>

namespace assess::render {

// 0xRRGGBB.
constexpr unsigned rgb_of(Ink ink) {
  switch (ink) {
    case Ink::black:
      return 0x1B2429;
    case Ink::grey:
      return 0x5A666D;
    case Ink::accent:
      return 0x0B4F5E;
    case Ink::accent_middle:
      return 0x6FA6B1;
    case Ink::accent_light:
      return 0xA9CDD4;
    case Ink::tint:
      return 0xE9F1F3;
    case Ink::rule:
      return 0xD0D8DB;
    case Ink::white:
      return 0xFFFFFF;
  }
  return 0;
}

}  // namespace assess::render

# Every library from outside, found here and nowhere else. docs/HACKING.md gives the reason for each.

function(assess_missing what package)
  message(FATAL_ERROR "${what} was not found.\n  On Debian 12: apt-get install ${package}\n"
                      "  (examples/quickstart and tests/run install all of them)")
endfunction()

# A library without a CMake package of its own: becomes the target assess::<name>.
function(assess_plain_library name header package)
  find_library(ASSESS_${name}_LIBRARY NAMES ${name})
  find_path(ASSESS_${name}_INCLUDE ${header})
  if(NOT ASSESS_${name}_LIBRARY OR NOT ASSESS_${name}_INCLUDE)
    assess_missing(${name} ${package})
  endif()
  add_library(assess::${name} INTERFACE IMPORTED)
  target_link_libraries(assess::${name} INTERFACE ${ASSESS_${name}_LIBRARY})
  target_include_directories(assess::${name} SYSTEM INTERFACE ${ASSESS_${name}_INCLUDE} ${ARGN})
endfunction()

find_package(Threads REQUIRED)
foreach(entry "CLI11;libcli11-dev" "fmt;libfmt-dev" "yaml-cpp;libyaml-cpp-dev"
              "nlohmann_json;nlohmann-json3-dev" "simdjson;libsimdjson-dev")
  list(GET entry 0 package)
  list(GET entry 1 debian)
  find_package(${package} QUIET)
  if(NOT ${package}_FOUND)
    assess_missing(${package} ${debian})
  endif()
endforeach()

find_path(HARFBUZZ_INCLUDE hb.h PATH_SUFFIXES harfbuzz)
if(NOT HARFBUZZ_INCLUDE)
  assess_missing(harfbuzz libharfbuzz-dev)
endif()
assess_plain_library(harfbuzz harfbuzz/hb.h libharfbuzz-dev ${HARFBUZZ_INCLUDE})
assess_plain_library(harfbuzz-subset harfbuzz/hb-subset.h libharfbuzz-dev ${HARFBUZZ_INCLUDE})
assess_plain_library(hpdf hpdf.h libhpdf-dev)
assess_plain_library(gmp gmp.h libgmp-dev)
assess_plain_library(gmpxx gmpxx.h libgmp-dev)
assess_plain_library(nettle nettle/sha2.h nettle-dev)
assess_plain_library(png png.h libpng-dev)
assess_plain_library(utf8proc utf8proc.h libutf8proc-dev)
assess_plain_library(unibreak linebreak.h libunibreak-dev)

# The police of the one direction (docs/HACKING.md): which module may include which, which single
# file may include a library, how long a file may be. Run by CTest: cmake -DROOT=… -P layers.cmake
cmake_minimum_required(VERSION 3.25)

set(modules base diag io yaml bank answers tailor score diagnosis history cohort authoring form report render schema)
set(may_base "")
set(may_diag base)
set(may_io base diag)
set(may_yaml base diag)
set(may_bank base diag yaml)
set(may_answers base diag yaml bank)
set(may_tailor base bank answers)
set(may_score base bank answers tailor)
set(may_diagnosis base diag bank answers tailor score)
set(may_history base diag bank answers score diagnosis)
set(may_cohort base diag bank)
set(may_authoring base diag io bank answers tailor score diagnosis cohort)
set(may_form base diag io yaml bank answers)
set(may_report base diag bank answers tailor score diagnosis history cohort)
set(may_render base diag cohort authoring report)
set(may_schema base bank answers)

# door(WHERE PATTERN FILE...): below WHERE only these files may have a line that matches.
set(doors 0)
macro(door where pattern)
  set(door_where_${doors} "^${where}")
  set(door_pattern_${doors} "${pattern}")
  set(door_files_${doors} ${ARGN})
  math(EXPR doors "${doors} + 1")
endmacro()

door("" "#include <yaml-cpp/" lib/assess/yaml/parse.cpp)
door("" "#include <simdjson" lib/assess/base/utf8.cpp lib/assess/yaml/json_reader.cpp)
door("" "#include <hb" lib/assess/render/font.cpp)
door("" "#include <png" lib/assess/render/image.cpp)
door("" "#include <hpdf" lib/assess/render/pdf_write.cpp)
door("" "#include <linebreak" lib/assess/render/pdf_text.cpp)
door("" "#include <gmp" lib/assess/base/fraction.cpp)
door("" "#include <nettle" lib/assess/base/sha256.cpp)
door("" "#include <CLI/" cmd/cli.cpp)
door("" "#include <nlohmann" lib/assess/render/json_values.hpp lib/assess/cohort/json_tree.hpp lib/assess/schema/json.hpp)
door("" "#include <(unistd|fcntl|dirent|sys/stat|sys/ioctl)" lib/assess/io/descriptor.hpp lib/assess/io/descriptor.cpp lib/assess/io/real_streams.cpp lib/assess/io/real_files.cpp lib/assess/io/watcher.cpp cmd/main.cpp)
door("" "#include <sys/inotify" lib/assess/io/watcher.cpp)
door("" "#include <(fstream|filesystem)|fopen|freopen")
door("" "getenv|extern char|setlocale|std::locale|system_clock|localtime" cmd/main.cpp)
door("lib/" "_clock|std::time|gettimeofday")
# The models are free of YAML: only what reads them knows it.
door("lib/assess/bank/" "#include <assess/yaml/" lib/assess/bank/read.hpp lib/assess/bank/read.cpp
     lib/assess/bank/reader.hpp)
door("lib/assess/answers/" "#include <assess/yaml/" lib/assess/answers/read_seals.cpp lib/assess/answers/read.hpp
     lib/assess/answers/read.cpp)

set(longest_file 400)
set(longest_header 150)
set(longest_catalogue 250) # of rules: a table, read by looking things up

function(check_length file lines)
  set(limit ${longest_file})
  if(file MATCHES "/rules[a-z_]*\\.hpp$")
    set(limit ${longest_catalogue})
  elseif(file MATCHES "\\.hpp$")
    set(limit ${longest_header})
  endif()
  if(lines GREATER limit)
    message(SEND_ERROR "${file}: ${lines} lines, the limit is ${limit}")
  endif()
endfunction()

function(check_direction file line)
  string(REGEX REPLACE "^lib/assess/([a-z]+)/.*" "\\1" from "${file}")
  if(line MATCHES "^#include \"|^#include <cmd/")
    message(SEND_ERROR "${file}: the library includes only <assess/…>: ${line}")
  elseif(line MATCHES "^#include <assess/([a-z]+)/")
    set(to ${CMAKE_MATCH_1})
    if(NOT from IN_LIST modules)
      message(SEND_ERROR "${file}: the module `${from}` stands in no row of the table")
    elseif(NOT to STREQUAL from AND NOT to IN_LIST may_${from})
      message(SEND_ERROR "${file}: `${from}` may not include `${to}`")
    endif()
  endif()
endfunction()

function(check_doors file line)
  math(EXPR last "${doors} - 1")
  foreach(i RANGE ${last})
    if(file MATCHES "${door_where_${i}}" AND line MATCHES "${door_pattern_${i}}"
       AND NOT file IN_LIST door_files_${i})
      message(SEND_ERROR "${file}: only [${door_files_${i}}] may say `${line}`")
    endif()
  endforeach()
endfunction()

file(
  GLOB_RECURSE files
  RELATIVE ${ROOT}
  ${ROOT}/lib/*.hpp
  ${ROOT}/lib/*.cpp
  ${ROOT}/cmd/*.hpp
  ${ROOT}/cmd/*.cpp
  ${ROOT}/tests/*.hpp
  ${ROOT}/tests/*.cpp)
list(LENGTH files count)
if(count LESS 100)
  message(FATAL_ERROR "only ${count} files below ${ROOT}: nothing was checked")
endif()
foreach(file IN LISTS files)
  file(READ ${ROOT}/${file} text)
  string(REGEX MATCHALL "\n" breaks "${text}")
  list(LENGTH breaks lines)
  check_length(${file} ${lines})
  if(file MATCHES "^tests/")
    continue()
  endif()
  file(STRINGS ${ROOT}/${file} suspects
       REGEX "#include|open|extern char|env|locale|_clock|std::time|gettimeofday|localtime")
  foreach(line IN LISTS suspects)
    if(line MATCHES "^ *//")
      continue()
    endif()
    if(file MATCHES "^lib/")
      check_direction(${file} "${line}")
    endif()
    check_doors(${file} "${line}")
  endforeach()
endforeach()

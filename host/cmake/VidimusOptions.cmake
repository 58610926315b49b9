# Language level, warnings, sanitizers. Every target of the house gets these through vidimus_defaults.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_C_STANDARD 11)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)

if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "Build type" FORCE)
endif()

# A compiler cache is used where there is one.
find_program(VIDIMUS_CCACHE ccache)
if(VIDIMUS_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_C_COMPILER_LAUNCHER "${VIDIMUS_CCACHE}")
  set(CMAKE_CXX_COMPILER_LAUNCHER "${VIDIMUS_CCACHE}")
endif()

# Assertions stay in what people run: a mistake of ours must not go on as if nothing were wrong.
set(CMAKE_CXX_FLAGS_RELEASE "-O2" CACHE STRING "Flags of the release build" FORCE)
set(CMAKE_C_FLAGS_RELEASE "-O2" CACHE STRING "Flags of the release build" FORCE)

option(VIDIMUS_WERROR "Treat warnings as errors" OFF)
option(VIDIMUS_FUZZ "Build the libFuzzer targets" OFF)
option(VIDIMUS_COVERAGE "Instrument for gcov" OFF)
set(VIDIMUS_SANITIZE "" CACHE STRING "Sanitizers, e.g. address,undefined")

# Where programs and packs stand in the build folder: build/vidimus beside build/packs/.
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}")
set(VIDIMUS_PACKS_DIR "${CMAKE_BINARY_DIR}/packs")

add_library(vidimus_defaults INTERFACE)
target_compile_options(vidimus_defaults INTERFACE -Wall -Wextra -Wpedantic)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # GCC 12 sees overlapping copies in `"literal" + std::string` where there are none (GCC bug 105651).
  target_compile_options(vidimus_defaults INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-Wno-restrict>)
endif()
if(VIDIMUS_WERROR)
  target_compile_options(vidimus_defaults INTERFACE -Werror)
endif()
if(VIDIMUS_SANITIZE)
  target_compile_options(vidimus_defaults INTERFACE -fsanitize=${VIDIMUS_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(vidimus_defaults INTERFACE -fsanitize=${VIDIMUS_SANITIZE})
  if(VIDIMUS_SANITIZE MATCHES "address")
    # The address-space limit cannot hold under AddressSanitizer; the supervisor watches resident memory instead.
    target_compile_definitions(vidimus_defaults INTERFACE VIDIMUS_UNDER_ASAN=1)
  endif()
endif()
if(VIDIMUS_FUZZ)
  # What is fuzzed must report which branches it took; the programs themselves link -fsanitize=fuzzer (tests/fuzz).
  target_compile_options(vidimus_defaults INTERFACE -fsanitize=fuzzer-no-link)
endif()
if(VIDIMUS_COVERAGE)
  target_compile_options(vidimus_defaults INTERFACE --coverage)
  target_link_options(vidimus_defaults INTERFACE --coverage)
endif()

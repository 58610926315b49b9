# vidimus_embed(<output variable> NAMESPACE <C++ namespace> FILES <files …>)
#
# Makes C++ sources that hold the files' bytes, so that a program needs nothing beside it. Each file becomes
#   extern const std::string_view <file_name_with_underscores>;   in that namespace; declare it where it is used
# (an underscore goes before a leading digit).
# Bytes, not string literals: a C++ compiler need not accept literals of more than 65536 characters.
if(CMAKE_SCRIPT_MODE_FILE)
  file(READ "${INPUT}" bytes HEX)
  string(LENGTH "${bytes}" digits)
  math(EXPR size "${digits} / 2")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${bytes}")
  string(REPLACE "'\\x0a'," "'\\x0a',\n" bytes "${bytes}")
  file(WRITE "${OUTPUT}"
    "#include <string_view>\n\nnamespace {\nconstexpr char bytes[] = {\n${bytes}0};\n}\n\n"
    "namespace ${NAMESPACE} {\nextern const std::string_view ${SYMBOL};\n"
    "constinit const std::string_view ${SYMBOL}(bytes, ${size});\n}\n")
  return()
endif()

set(VIDIMUS_EMBED_SCRIPT "${CMAKE_CURRENT_LIST_FILE}")

function(vidimus_embed result)
  cmake_parse_arguments(ARG "" "NAMESPACE" "FILES" ${ARGN})
  set(sources)
  foreach(file IN LISTS ARG_FILES)
    get_filename_component(name "${file}" NAME)
    string(REGEX REPLACE "[^A-Za-z0-9]" "_" symbol "${name}")
    if(symbol MATCHES "^[0-9]")
      set(symbol "_${symbol}")
    endif()
    set(output "${CMAKE_CURRENT_BINARY_DIR}/embedded/${symbol}.cpp")
    add_custom_command(OUTPUT "${output}"
      COMMAND ${CMAKE_COMMAND} -DINPUT=${file} -DOUTPUT=${output} -DSYMBOL=${symbol} -DNAMESPACE=${ARG_NAMESPACE} -P ${VIDIMUS_EMBED_SCRIPT}
      DEPENDS "${file}" "${VIDIMUS_EMBED_SCRIPT}" VERBATIM)
    list(APPEND sources "${output}")
  endforeach()
  set(${result} ${sources} PARENT_SCOPE)
endfunction()

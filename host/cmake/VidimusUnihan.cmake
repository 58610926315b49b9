# Tables from Debian's unicode-data (Unicode licence), made when the house is built: nothing of Unihan is kept in the repository.
#
# vidimus_unihan_table(<kind> <output.cpp>): kind is `readings` (host/names) or `telegraph` (commercial codes of identity cards).
find_program(VIDIMUS_BZIP2 bzip2 REQUIRED)
find_path(VIDIMUS_UNIHAN_DIR Unihan_Readings.txt.bz2 PATHS /usr/share/unicode NO_DEFAULT_PATH REQUIRED)

add_executable(unihan_tables "${CMAKE_SOURCE_DIR}/host/names/unihan/unihan_tables.cpp")
target_compile_options(unihan_tables PRIVATE -Wall -Wextra -Wpedantic)
set_target_properties(unihan_tables PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tools")

function(vidimus_unihan_table kind output)
  if(kind STREQUAL "telegraph")
    set(files OtherMappings Variants)
  else()
    set(files Readings Variants)
  endif()
  set(texts)
  foreach(file IN LISTS files)
    set(text "${CMAKE_CURRENT_BINARY_DIR}/Unihan_${file}.txt")
    add_custom_command(OUTPUT "${text}"
      COMMAND ${VIDIMUS_BZIP2} -dc "${VIDIMUS_UNIHAN_DIR}/Unihan_${file}.txt.bz2" > "${text}"
      DEPENDS "${VIDIMUS_UNIHAN_DIR}/Unihan_${file}.txt.bz2" VERBATIM)
    list(APPEND texts "${text}")
  endforeach()
  add_custom_command(OUTPUT "${output}"
    COMMAND unihan_tables ${kind} "${output}" ${texts}
    DEPENDS unihan_tables ${texts} VERBATIM)
endfunction()

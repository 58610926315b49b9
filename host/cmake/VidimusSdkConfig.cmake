# find_package(VidimusSdk) for pack authors outside the tree: the headers, and vidimus_plugin() as the house itself uses it.
get_filename_component(_vidimus_prefix "${CMAKE_CURRENT_LIST_DIR}/../../.." ABSOLUTE)
if(NOT EXISTS "${_vidimus_prefix}/include/vidimus/plugin.hpp")
  get_filename_component(_vidimus_prefix "${_vidimus_prefix}/.." ABSOLUTE) # lib/<triplet>/cmake
endif()
if(NOT TARGET VidimusSdk::sdk)
  add_library(VidimusSdk::sdk INTERFACE IMPORTED)
  set_target_properties(VidimusSdk::sdk PROPERTIES INTERFACE_INCLUDE_DIRECTORIES "${_vidimus_prefix}/include")
  target_compile_features(VidimusSdk::sdk INTERFACE cxx_std_20)
endif()

# vidimus_pack(<id> [SOURCES …] [USES …]): a folder <build>/<id>/ with plugin.toml, profiles, messages, specimens and the module.
function(vidimus_pack id)
  cmake_parse_arguments(ARG "" "" "SOURCES;USES" ${ARGN})
  set(pack_dir "${CMAKE_BINARY_DIR}/${id}")
  foreach(item plugin.toml profile.toml profiles messages registers data specimens)
    if(EXISTS "${CMAKE_CURRENT_SOURCE_DIR}/${item}")
      file(COPY "${CMAKE_CURRENT_SOURCE_DIR}/${item}" DESTINATION "${pack_dir}")
    endif()
  endforeach()
  if(ARG_SOURCES)
    string(REGEX REPLACE "[^A-Za-z0-9]" "_" target "pack_${id}")
    add_library(${target} MODULE ${ARG_SOURCES})
    set_target_properties(${target} PROPERTIES PREFIX "" OUTPUT_NAME plugin LIBRARY_OUTPUT_DIRECTORY "${pack_dir}"
      CXX_VISIBILITY_PRESET hidden POSITION_INDEPENDENT_CODE ON)
    target_link_libraries(${target} PRIVATE VidimusSdk::sdk ${ARG_USES})
  endif()
endfunction()
set(VidimusSdk_FOUND TRUE)

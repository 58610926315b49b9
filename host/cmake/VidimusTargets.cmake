# vidimus_library(<room> FOLDER <path under host/> SOURCES … USES <rooms and libraries …>)
#
# One target a folder. A room sees only the headers of the rooms it names: each room's own headers (not those of folders
# below it) are linked into an include folder of its own, so that "store/case_store.hpp" does not compile where store is not used.
# Everything is linked PRIVATE: what a room uses does not leak to those who use the room.
function(vidimus_library room)
  cmake_parse_arguments(ARG "" "FOLDER" "SOURCES;USES" ${ARGN})
  if(NOT ARG_FOLDER)
    set(ARG_FOLDER ${room})
  endif()
  set(target vidimus_${room})
  set(include_dir "${CMAKE_BINARY_DIR}/rooms/${room}")
  file(GLOB headers CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/host/${ARG_FOLDER}/*.hpp")
  file(REMOVE_RECURSE "${include_dir}")
  file(MAKE_DIRECTORY "${include_dir}/${ARG_FOLDER}")
  foreach(header IN LISTS headers)
    get_filename_component(name "${header}" NAME)
    file(CREATE_LINK "${header}" "${include_dir}/${ARG_FOLDER}/${name}" SYMBOLIC)
  endforeach()
  if(ARG_SOURCES)
    add_library(${target} STATIC ${ARG_SOURCES})
    target_include_directories(${target} PUBLIC "${include_dir}")
    target_link_libraries(${target} PRIVATE vidimus_defaults)
    vidimus_uses(${target} ${ARG_USES})
  else()
    add_library(${target} INTERFACE)
    target_include_directories(${target} INTERFACE "${include_dir}")
  endif()
endfunction()

# Links rooms (by their short name) and libraries (by their imported target) PRIVATE.
function(vidimus_uses target)
  foreach(used IN LISTS ARGN)
    if(used MATCHES "::")
      target_link_libraries(${target} PRIVATE ${used})
    else()
      target_link_libraries(${target} PRIVATE vidimus_${used})
    endif()
  endforeach()
endfunction()

# vidimus_program(<file name> SOURCES … USES …)
function(vidimus_program name)
  cmake_parse_arguments(ARG "" "" "SOURCES;USES" ${ARGN})
  string(REPLACE "-" "_" target "program_${name}")
  add_executable(${target} ${ARG_SOURCES})
  set_target_properties(${target} PROPERTIES OUTPUT_NAME "${name}")
  target_link_libraries(${target} PRIVATE vidimus_defaults)
  vidimus_uses(${target} ${ARG_USES})
endfunction()

# vidimus_plugin(<pack id> [SOURCES …] [USES imported targets …])
#
# A pack: the calling folder with its plugin.toml, copied to <build>/packs/<pack id>/ with messages, profile and registers;
# with SOURCES also a module that sees the SDK and nothing of the host.
function(vidimus_plugin id)
  cmake_parse_arguments(ARG "" "" "SOURCES;USES" ${ARGN})
  set(pack_dir "${VIDIMUS_PACKS_DIR}/${id}")
  string(REGEX REPLACE "[^A-Za-z0-9]" "_" target "pack_${id}")
  file(GLOB_RECURSE data CONFIGURE_DEPENDS RELATIVE "${CMAKE_CURRENT_SOURCE_DIR}"
       "${CMAKE_CURRENT_SOURCE_DIR}/plugin.toml" "${CMAKE_CURRENT_SOURCE_DIR}/profile*.toml" "${CMAKE_CURRENT_SOURCE_DIR}/profiles/*"
       "${CMAKE_CURRENT_SOURCE_DIR}/messages/*" "${CMAKE_CURRENT_SOURCE_DIR}/registers/*" "${CMAKE_CURRENT_SOURCE_DIR}/data/*" "${CMAKE_CURRENT_SOURCE_DIR}/exemplars/*")
  set(outputs)
  foreach(file IN LISTS data)
    add_custom_command(OUTPUT "${pack_dir}/${file}"
      COMMAND ${CMAKE_COMMAND} -E copy_if_different "${CMAKE_CURRENT_SOURCE_DIR}/${file}" "${pack_dir}/${file}"
      COMMAND ${CMAKE_COMMAND} -E touch "${pack_dir}/${file}"
      DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/${file}" VERBATIM)
    list(APPEND outputs "${pack_dir}/${file}")
  endforeach()
  add_custom_target(${target}_data ALL DEPENDS ${outputs})
  if(ARG_SOURCES)
    add_library(${target} MODULE ${ARG_SOURCES})
    set_target_properties(${target} PROPERTIES PREFIX "" OUTPUT_NAME plugin LIBRARY_OUTPUT_DIRECTORY "${pack_dir}")
    target_link_libraries(${target} PRIVATE vidimus_defaults vidimus_sdk ${ARG_USES})
    add_dependencies(${target} ${target}_data)
  endif()
  if(ARG_SOURCES)
    set_property(GLOBAL APPEND PROPERTY VIDIMUS_PACK_TARGETS ${target})
  endif()
  set_property(GLOBAL APPEND PROPERTY VIDIMUS_PACK_TARGETS ${target}_data)
  set_property(GLOBAL APPEND PROPERTY VIDIMUS_PACKS ${id})
endfunction()

# Install rules and the Debian package (cmake --build build --target package).
include(GNUInstallDirs)

foreach(program vidimus vidimus-worker vidimus-workstation vidimus-specimen vidimus-scan)
  string(REPLACE "-" "_" target "program_${program}")
  if(TARGET ${target})
    install(TARGETS ${target} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
  endif()
endforeach()
install(DIRECTORY "${VIDIMUS_PACKS_DIR}/" DESTINATION lib/vidimus/packs)
install(DIRECTORY "${CMAKE_SOURCE_DIR}/assets/" DESTINATION ${CMAKE_INSTALL_DATADIR}/vidimus/assets)
install(DIRECTORY "${CMAKE_SOURCE_DIR}/plugins/sdk/abi/include/" "${CMAKE_SOURCE_DIR}/plugins/sdk/cpp/include/" DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT sdk)
install(DIRECTORY "${CMAKE_SOURCE_DIR}/plugins/sdk/template" DESTINATION ${CMAKE_INSTALL_DATADIR}/vidimus COMPONENT sdk)
install(FILES "${CMAKE_SOURCE_DIR}/host/cmake/VidimusSdkConfig.cmake" DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/VidimusSdk COMPONENT sdk)
install(FILES "${CMAKE_SOURCE_DIR}/LICENSE" "${CMAKE_SOURCE_DIR}/README.md" DESTINATION ${CMAKE_INSTALL_DOCDIR})

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME vidimus)
set(CPACK_PACKAGE_VENDOR "Vidimus")
set(CPACK_PACKAGE_CONTACT "The Vidimus project <maintainers@vidimus.invalid>")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
# What is executed or read at run time and so escapes shlibdeps.
set(CPACK_DEBIAN_PACKAGE_DEPENDS
  "poppler-utils, qpdf, bubblewrap, tesseract-ocr-eng, tesseract-ocr-chi-sim, tesseract-ocr-chi-tra, tesseract-ocr-por, libopencc-data, fonts-noto-cjk, fonts-material-design-icons-iconfont, libgl1, libgl1-mesa-dri")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "fonts-arphic-ukai, fonts-arphic-uming")
include(CPack)

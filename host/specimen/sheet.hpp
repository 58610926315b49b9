#pragma once
#include "core/result.hpp"
#include "specimen/specimen.hpp"

/// Sheets: the specimens that a pack's author writes beside a profile. A sheet says what is printed where, and nothing
/// of layouts, faces or seals; plugins/sdk/template/specimens shows three.
namespace vidimus::specimen {

/// Draws a sheet ("vidimus.specimen/1": `page = { width, height }` and `[[print]]` with `at`, `height` of its capital
/// letters, `text` and, where it matters for the forms of characters, `lang`; lengths in millimetres).
/// \return the file's bytes. Error NotFound or Malformed, with line and column.
Result<std::string> drawSheet(const std::filesystem::path& path, FileKind kind, Dpi dpi);

} // namespace vidimus::specimen

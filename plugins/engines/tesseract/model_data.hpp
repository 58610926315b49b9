#pragma once
#include <string>
#include <vector>

/// The language data on disk. Looked at in the zygote only; a confined child reaches no file.
namespace vidimus::tesseract_engine {

/// The folder with *.traineddata: $TESSDATA_PREFIX (or its tessdata/), else Debian's. Empty: none exists.
std::string dataFolder();

/// Languages whose data stands in the folder, sorted ("chi_tra", "eng", …).
std::vector<std::string> languagesIn(const std::string& folder);

/// The first 16 hexadecimal digits of a SHA-256 over the named languages' data; other data does not change it.
std::string digestOf(const std::string& folder, const std::vector<std::string>& languages);

/// The Debian package that brings a language: chi_tra -> tesseract-ocr-chi-tra.
std::string packageOf(const std::string& language);

} // namespace vidimus::tesseract_engine

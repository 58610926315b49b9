#pragma once
#include <string>
#include <string_view>
#include <vector>

/// Which language sets are kept loaded, and which of them serves a request.
namespace vidimus::tesseract_engine {

/// The sets that the documents we read need. Two languages at most where two serve: three read worse than the right
/// two.
const std::vector<std::string>& wantedSets();

/// Every language that a wanted set names, sorted, each once.
std::vector<std::string> wantedLanguages();

/// "chi_tra+eng" -> {"chi_tra", "eng"}.
std::vector<std::string> partsOf(std::string_view set);

/// The loaded set that serves a request best: the request's first language counts most, then every language
/// shared; a set that brings what was not asked for ranks lower. Where nothing is shared, and for an empty request, the
/// first set. \param loaded not empty.
std::string nearestSet(std::string_view requested, const std::vector<std::string>& loaded);

} // namespace vidimus::tesseract_engine

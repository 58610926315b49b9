#pragma once
#include "page_text.hpp"

#include <vidimus/plugin.hpp>

#include <map>
#include <span>
#include <string>

namespace vidimus::pdf {

/// What facts are stated of.
struct FactSource {
    std::span<const std::uint8_t> bytes; ///< as acquired, whatever was repaired since
    Document& document; ///< of the repaired bytes where repaired
    PageReader& reader;
    bool repaired = false;
    std::vector<std::string> passwords; ///< for the states in which the file was signed
};

using FactValues = std::map<std::string, std::string>;

/// States every fact of the file: kinds pdf.document, pdf.revision, pdf.signature, pdf.active-content, pdf.font,
/// pdf.image, pdf.hidden-text. See plugins/README.md.
void stateFacts(const FactSource& source, sdk::PassSink& sink);

/// Those of kinds pdf.revision and pdf.signature, from the bytes as acquired.
void stateSignatures(const FactSource& source, sdk::PassSink& sink);

} // namespace vidimus::pdf

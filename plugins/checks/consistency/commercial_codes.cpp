#include "coded_numbers.hpp"
#include "telegraph_table.hpp"
#include "values.hpp"

namespace vidimus::consistency {

Agreement commercialCodesAgree(std::string_view codes, std::string_view hanName)
{
    std::vector<std::string> printed(1);
    for (const char c : codes) {
        if (c >= '0' && c <= '9')
            printed.back() += c;
        else if (!printed.back().empty())
            printed.emplace_back();
    }
    if (printed.back().empty())
        printed.pop_back();

    const std::u32string name = codePoints(hanName);
    if (printed.empty() || printed.size() != name.size())
        return Agreement::CannotTell;
    bool allKnown = true;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const auto [taiwan, mainland] = telegraphCodesOf(name[i]);
        if (printed[i].size() != 4 || (!taiwan && !mainland)) {
            allKnown = false;
            continue;
        }
        const auto code = static_cast<std::uint16_t>(std::stoi(printed[i]));
        if (code != taiwan && code != mainland)
            return Agreement::No;
    }
    return allKnown ? Agreement::Yes : Agreement::CannotTell;
}

} // namespace vidimus::consistency

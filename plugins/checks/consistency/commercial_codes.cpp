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
        const auto code = static_cast<std::uint16_t>(printed[i].size() == 4 ? std::stoi(printed[i]) : 0);
        const auto [taiwan, mainland] = telegraphCodesOf(name[i]);
        // The books know one way to write a character, and a name may be printed in another (為 for 爲, 説 for 說).
        if (isTelegraphCodeOfVariant(code, name[i]))
            continue;
        if (printed[i].size() != 4 || (!taiwan && !mainland))
            allKnown = false;
        else if (code != taiwan && code != mainland)
            return Agreement::No;
    }
    return allKnown ? Agreement::Yes : Agreement::CannotTell;
}

} // namespace vidimus::consistency

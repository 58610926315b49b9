#include "mo_numbers.hpp"

#include <algorithm>

namespace vidimus::mo {
namespace {

/// Is each character what the form asks for? `d` stands for a digit.
bool hasForm(std::string_view value, std::string_view form)
{
    return std::equal(value.begin(), value.end(), form.begin(), form.end(),
        [](char c, char asked) { return asked == 'd' ? c >= '0' && c <= '9' : c == asked; });
}

} // namespace

sdk::Verdict bir(std::string_view value)
{
    const bool kind = !value.empty() && (value[0] == '1' || value[0] == '5' || value[0] == '7');
    const bool shaped = hasForm(value, "ddddddd(d)") || hasForm(value, "d/dddddd/d");
    return kind && shaped ? sdk::Verdict::holds() : sdk::Verdict::formatWrong();
}

} // namespace vidimus::mo

#include "gb_numbers.hpp"

namespace vidimus::gb {

sdk::Verdict gmc(std::string_view value)
{
    const bool shaped = value.size() == 7 && value.find_first_not_of("0123456789") == std::string_view::npos;
    return shaped ? sdk::Verdict::holds() : sdk::Verdict::formatWrong();
}

} // namespace vidimus::gb

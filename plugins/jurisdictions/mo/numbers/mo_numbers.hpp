#pragma once
#include <vidimus/plugin.hpp>

namespace vidimus::mo {

/// Number of Macao's resident identity card (BIR): 1, 5 or 7, six digits, a digit in brackets, `1234567(8)`; on older
/// cards `1/234567/8`. How the last digit is found is not published: the form alone is asked.
sdk::Verdict bir(std::string_view value);

} // namespace vidimus::mo

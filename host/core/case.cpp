#include "core/case.hpp"

#include <set>

namespace vidimus {

std::vector<std::string> textEnginesOf(const Case& checked)
{
    std::set<std::string> engines;
    for (const Reading& reading : checked.readings)
        for (const auto& [key, pass] : reading.passes)
            for (const Line& line : pass.lines)
                if (line.origin == Origin::Ocr && !line.engine.empty())
                    engines.insert(line.engine);
    return {engines.begin(), engines.end()};
}

} // namespace vidimus

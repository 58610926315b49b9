#include "specimen/random.hpp"

#include <cassert>

namespace vidimus::specimen {

Random::Random(std::uint64_t seed)
    : m_seed(seed)
    , m_engine(seed)
{
}

Random Random::stream(std::string_view purpose) const
{
    // FNV-1a over the purpose, begun from the seed.
    std::uint64_t hash = 14695981039346656037ULL ^ (m_seed * 0x9E3779B97F4A7C15ULL);
    for (const char c : purpose)
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    return Random(hash);
}

std::uint64_t Random::below(std::uint64_t count)
{
    assert(count > 0);
    // Values beyond the last whole multiple would favour the small results.
    const std::uint64_t limit = UINT64_MAX - UINT64_MAX % count;
    std::uint64_t value = next();
    while (value >= limit)
        value = next();
    return value % count;
}

int Random::between(int low, int high)
{
    assert(low <= high);
    return low + static_cast<int>(below(static_cast<std::uint64_t>(high - low) + 1));
}

double Random::real(double low, double high)
{
    const double unit = static_cast<double>(next() >> 11) * 0x1.0p-53;
    return low + unit * (high - low);
}

std::string Random::digits(int count)
{
    std::string text;
    for (int i = 0; i < count; ++i)
        text += static_cast<char>('0' + below(10));
    return text;
}

} // namespace vidimus::specimen

#pragma once
#include <cstdint>
#include <iterator>
#include <random>
#include <string>
#include <string_view>

namespace vidimus::specimen {

/// A stream of chance that is the same on every machine: the standard fixes mt19937_64, but not the distributions on
/// it, so those are ours.
class Random {
public:
    explicit Random(std::uint64_t seed);

    /// Another stream of the same seed, so that a draw more in one place changes nothing in another.
    Random stream(std::string_view purpose) const;

    std::uint64_t seed() const { return m_seed; }
    std::uint64_t next() { return m_engine(); }
    /// Evenly from 0 to \p count - 1. \param count 1 or more.
    std::uint64_t below(std::uint64_t count);
    /// Evenly from \p low to \p high, both included.
    int between(int low, int high);
    /// Evenly from \p low up to but not including \p high.
    double real(double low, double high);
    bool chance(double probability) { return real(0, 1) < probability; }
    /// So many decimal digits; the first may be zero.
    std::string digits(int count);
    template <class Container> auto pick(const Container& container)
    {
        return *std::next(std::begin(container), static_cast<std::ptrdiff_t>(below(std::size(container))));
    }

private:
    std::uint64_t m_seed;
    std::mt19937_64 m_engine;
};

} // namespace vidimus::specimen

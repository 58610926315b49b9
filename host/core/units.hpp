#pragma once
#include <cmath>
#include <compare>
#include <cstdint>

/// Units are types: a length cannot be passed where an angle or a resolution is meant.
namespace vidimus {

/// A length on paper. Page coordinates run from the top left, x to the right, y down.
struct Millimetres {
    double value = 0;
    constexpr auto operator<=>(const Millimetres&) const = default;
    constexpr Millimetres operator+(Millimetres other) const { return {value + other.value}; }
    constexpr Millimetres operator-(Millimetres other) const { return {value - other.value}; }
    constexpr Millimetres operator*(double factor) const { return {value * factor}; }
    constexpr Millimetres operator/(double divisor) const { return {value / divisor}; }
    constexpr double operator/(Millimetres other) const { return value / other.value; }
};

/// An angle, clockwise positive.
struct Degrees {
    double value = 0;
    constexpr auto operator<=>(const Degrees&) const = default;
};

inline constexpr double millimetresPerInch = 25.4;

/// Picture resolution in dots per inch.
struct Dpi {
    double value = 0;
    constexpr auto operator<=>(const Dpi&) const = default;
    constexpr double pixels(Millimetres length) const { return length.value / millimetresPerInch * value; }
    constexpr Millimetres length(double pixels) const { return {value > 0 ? pixels / value * millimetresPerInch : 0}; }
};

/// Index of a file in its case, from 0.
struct FileIndex {
    std::uint32_t value = 0;
    constexpr auto operator<=>(const FileIndex&) const = default;
};

/// Index of a page within its file, from 0.
struct PageIndex {
    std::uint32_t value = 0;
    constexpr auto operator<=>(const PageIndex&) const = default;
};

/// Index of a document in its case, from 0.
struct DocumentIndex {
    std::uint32_t value = 0;
    constexpr auto operator<=>(const DocumentIndex&) const = default;
};

namespace literals {
constexpr Millimetres operator""_mm(long double value)
{
    return {static_cast<double>(value)};
}
constexpr Millimetres operator""_mm(unsigned long long value)
{
    return {static_cast<double>(value)};
}
constexpr Degrees operator""_deg(long double value)
{
    return {static_cast<double>(value)};
}
constexpr Dpi operator""_dpi(unsigned long long value)
{
    return {static_cast<double>(value)};
}
} // namespace literals

} // namespace vidimus

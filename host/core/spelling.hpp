#pragma once
#include "core/case.hpp"
#include "core/result.hpp"

#include <optional>
#include <span>
#include <string_view>

/// The stable spellings of the vocabulary's enumerations, as they stand in JSON, in profiles and in stores.
namespace vidimus {

/// All spellings of an enumeration in the order of its enumerators; specialised in spelling.cpp.
template <class Enum> std::span<const std::string_view> spellings();

template <class Enum> std::string_view nameOf(Enum value)
{
    return spellings<Enum>()[static_cast<std::size_t>(value)];
}

/// The enumerator of that spelling; nothing if there is none.
template <class Enum> std::optional<Enum> named(std::string_view name)
{
    const auto names = spellings<Enum>();
    for (std::size_t i = 0; i < names.size(); ++i)
        if (names[i] == name)
            return static_cast<Enum>(i);
    return std::nullopt;
}

template <> std::span<const std::string_view> spellings<Origin>();
template <> std::span<const std::string_view> spellings<Outcome>();
template <> std::span<const std::string_view> spellings<Level>();
template <> std::span<const std::string_view> spellings<Severity>();
template <> std::span<const std::string_view> spellings<Proposal>();
template <> std::span<const std::string_view> spellings<Certainty>();
template <> std::span<const std::string_view> spellings<CalibrationState>();
template <> std::span<const std::string_view> spellings<Validation::Verdict>();
template <> std::span<const std::string_view> spellings<Role>();
template <> std::span<const std::string_view> spellings<CaseState>();
template <> std::span<const std::string_view> spellings<DispositionKind>();
template <> std::span<const std::string_view> spellings<ConclusionKind>();
template <> std::span<const std::string_view> spellings<ErrorKind>();

} // namespace vidimus

#pragma once
#include "profiles/profile.hpp"

#include <optional>
#include <string>
#include <string_view>

/// From the text as read to the normal form of the contract. Nothing is guessed: what has no normal form has none.
namespace vidimus::pipeline {

struct Normalised {
    std::string value;
    bool fits = true; ///< has the form that the profile asks for (true where it asks for none)
    bool assumed = false; ///< rests on an assumption about a misread character: never enough by itself
};

std::optional<Normalised> normalised(const profiles::FieldSpec& spec, std::string_view text);

} // namespace vidimus::pipeline

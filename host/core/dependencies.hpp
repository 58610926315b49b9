#pragma once
#include <map>
#include <string>

namespace vidimus {

/// What a stored result rests on: name -> digest or version. Same dependencies: the result may be reused.
/// Names: "input", "parameters", "plugin:<id>", "engine:<id>", "service:<name>", "as-of".
struct Dependencies {
    std::map<std::string, std::string> of;
    bool operator==(const Dependencies&) const = default;
    void add(std::string name, std::string digest) { of.insert_or_assign(std::move(name), std::move(digest)); }
    void add(const Dependencies& other) { of.insert(other.of.begin(), other.of.end()); }
};

} // namespace vidimus

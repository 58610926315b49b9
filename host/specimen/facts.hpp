#pragma once
#include "core/date.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace vidimus::specimen {

/// Whether this field is printed in several languages, each an entry of its own (outside contract, normal forms). The
/// language of all others is that of the font at most.
bool hasLanguage(std::string_view id);

/// What a document says: field id (of the outside contract) and language → value in its normal form.
/// The language is empty where the value belongs to none (numbers, dates) or stands in one only.
class Facts {
public:
    using Key = std::pair<std::string, std::string>;

    /// The value, or an empty text where there is none.
    std::string value(std::string_view id, std::string_view lang = "") const;
    /// The date that the value is; nothing if it is none.
    std::optional<Date> date(std::string_view id) const { return Date::parse(value(id)); }
    bool has(std::string_view id) const;
    void set(std::string_view id, std::string value, std::string_view lang = "");
    /// Takes the value away in every language.
    void erase(std::string_view id);
    const std::map<Key, std::string>& all() const { return m_values; }

private:
    std::map<Key, std::string> m_values;
};

} // namespace vidimus::specimen

#pragma once
#include "value.hpp"

namespace vidimus::pdf {

/// Where references lead: the objects of one file. Reached through this, a file's structure can be walked without
/// knowing how it was parsed. Nothing here throws on damage: what cannot be read is Null.
class Objects {
public:
    virtual ~Objects() = default;
    /// The indirect object of that number; Null where there is none or it is damaged. Valid as long as this.
    virtual const Value& object(std::uint32_t number, std::uint16_t generation) = 0;
    /// A stream's bytes with its filters undone, cut after atMost bytes; empty where a filter is not for data
    /// (pictures) or the bytes are damaged.
    virtual std::string decoded(const Value& stream, std::size_t atMost) = 0;
    /// A stream's bytes as they stand in the file, decrypted where the file is encrypted.
    virtual std::string raw(const Value& stream) = 0;

    /// Follows references, at most 16 in a row.
    const Value& resolve(const Value& value)
    {
        const Value* at = &value;
        for (int steps = 0; at->isReference(); ++steps) {
            if (steps == 16)
                return Value::null();
            at = &object(static_cast<std::uint32_t>(at->number), at->generation);
        }
        return *at;
    }
    const Value& get(const Value& dictionary, std::string_view key) { return resolve(dictionary[key]); }
    const Value& get(const Value& array, std::size_t index) { return resolve(array.at(index)); }
};

/// A text string (ISO 32000-1, 7.9.2.2) as UTF-8 without control characters: UTF-16BE with its mark, UTF-8 with its
/// mark, else PDFDocEncoding taken as WinAnsi.
std::string textOf(const Value& string);
/// A PDF date (7.9.4) as ISO 8601 UTC, "2026-03-01T08:00:00Z"; empty where it is none. A missing offset counts as UTC.
std::string isoDate(std::string_view pdfDate);

} // namespace vidimus::pdf

#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// The house's own picture of a PDF object: plain data, bounded when it is made, safe to walk.
namespace vidimus::pdf {

/// One PDF object (ISO 32000-1, 7.3). A reference is not followed by itself; see Document::resolve.
struct Value {
    enum class Kind : std::uint8_t { Null, Bool, Number, String, Name, Array, Dictionary, Reference, Keyword, End };

    Kind kind = Kind::Null;
    double number
        = 0; ///< Number and Bool: the value; Reference: the object; Dictionary: the object that holds its stream, or 0
    std::uint16_t generation = 0; ///< Reference, and Dictionary with a stream
    std::string text; ///< bytes of a String (decrypted), a Name without its slash, a Keyword
    std::vector<std::string> keys; ///< Dictionary; as many as items
    std::vector<Value> items; ///< Array and Dictionary

    bool isNull() const { return kind == Kind::Null; }
    bool isNumber() const { return kind == Kind::Number; }
    bool isString() const { return kind == Kind::String; }
    bool isArray() const { return kind == Kind::Array; }
    bool isDictionary() const { return kind == Kind::Dictionary; }
    bool isReference() const { return kind == Kind::Reference; }
    bool isStream() const { return kind == Kind::Dictionary && number > 0; }
    bool isName(std::string_view name) const { return kind == Kind::Name && text == name; }
    bool isKeyword(std::string_view word) const { return kind == Kind::Keyword && text == word; }
    bool isTrue() const { return kind == Kind::Bool && number != 0; }

    /// The entry under that key, unresolved; a Null where there is none.
    const Value& operator[](std::string_view key) const;
    /// The n-th item of an array, unresolved; a Null beyond its end.
    const Value& at(std::size_t index) const;
    /// The number as an integer within ±2^53; 0 where it is no number or not finite.
    std::int64_t integer() const;

    static const Value& null();
    static Value ofNumber(double number);
    static Value ofName(std::string name);
    bool operator==(const Value&) const = default;
};

} // namespace vidimus::pdf

#pragma once
#include "value.hpp"

#include <string_view>

namespace vidimus::pdf {

/// Reads PDF syntax (ISO 32000-1, 7.2 and 7.3) from bytes that may be anything: content streams, character maps,
/// trailers. Never throws, never reads outside its text, never recurses deeper than a bound.
class Lexer {
public:
    /// \param references  whether "12 0 R" is a reference (files) or three operands (content streams).
    explicit Lexer(std::string_view text, bool references = false, std::size_t position = 0);

    /// The next operand or keyword. Kind End at the end. Arrays and dictionaries nested deeper than 32 are read as
    /// Null.
    Value next();
    std::size_t position() const { return m_position; }
    void seek(std::size_t position) { m_position = position < m_text.size() ? position : m_text.size(); }
    bool atEnd() const { return m_position >= m_text.size(); }
    /// Goes on after the EI of an inline image; to be called after its ID keyword.
    void skipInlineImage();

private:
    Value read(int depth);
    Value readDelimited(int depth);
    Value readNumber();
    Value readName();
    Value readLiteralString();
    Value readHexString();
    Value readContainer(int depth, bool dictionary);
    bool readReference(Value& value);
    void readEscape(std::string& out);
    void skipSpace();
    char peek(std::size_t ahead = 0) const;

    std::string_view m_text;
    std::size_t m_position;
    bool m_references;
};

bool isSpace(char c);
bool isDelimiter(char c);
/// 0..15, or -1.
int hexDigit(char c);

} // namespace vidimus::pdf

#include "lexer.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace vidimus::pdf {

namespace {
constexpr int deepest = 32;
constexpr std::size_t longestString = 1 << 20;
constexpr std::size_t mostItems = 200'000;
} // namespace

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

bool isDelimiter(char c)
{
    return c == '(' || c == ')' || c == '<' || c == '>' || c == '[' || c == ']' || c == '{' || c == '}' || c == '/'
        || c == '%';
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

Lexer::Lexer(std::string_view text, bool references, std::size_t position)
    : m_text(text)
    , m_position(std::min(position, text.size()))
    , m_references(references)
{
}

char Lexer::peek(std::size_t ahead) const
{
    return m_position + ahead < m_text.size() ? m_text[m_position + ahead] : '\0';
}

void Lexer::skipSpace()
{
    while (!atEnd()) {
        if (m_text[m_position] == '%')
            while (!atEnd() && m_text[m_position] != '\n' && m_text[m_position] != '\r')
                ++m_position;
        else if (isSpace(m_text[m_position]))
            ++m_position;
        else
            return;
    }
}

Value Lexer::next()
{
    return read(0);
}

Value Lexer::read(int depth)
{
    skipSpace();
    Value value;
    if (atEnd()) {
        value.kind = Value::Kind::End;
        return value;
    }
    const char c = m_text[m_position];
    if ((c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.')
        return readNumber();
    if (isDelimiter(c))
        return readDelimited(depth);
    const std::size_t start = m_position;
    while (!atEnd() && !isSpace(m_text[m_position]) && !isDelimiter(m_text[m_position]))
        ++m_position;
    value.text = m_text.substr(start, m_position - start);
    value.kind = Value::Kind::Keyword;
    if (value.text == "true" || value.text == "false") {
        value.kind = Value::Kind::Bool;
        value.number = value.text == "true";
    } else if (value.text == "null")
        value.kind = Value::Kind::Null;
    if (value.kind != Value::Kind::Keyword)
        value.text.clear();
    return value;
}

Value Lexer::readDelimited(int depth)
{
    switch (peek()) {
    case '/':
        return readName();
    case '(':
        return readLiteralString();
    case '<':
        return peek(1) == '<' ? readContainer(depth, true) : readHexString();
    case '[':
        return readContainer(depth, false);
    default:
        // A closing delimiter without its opening: told as a keyword, so that containers see their end.
        Value value;
        value.kind = Value::Kind::Keyword;
        value.text = peek() == '>' && peek(1) == '>' ? ">>" : std::string(1, peek());
        m_position += value.text.size();
        return value;
    }
}

Value Lexer::readNumber()
{
    const std::size_t start = m_position;
    while (!atEnd()
        && (m_text[m_position] == '+' || m_text[m_position] == '-' || m_text[m_position] == '.'
            || (m_text[m_position] >= '0' && m_text[m_position] <= '9')))
        ++m_position;
    std::string_view digits = m_text.substr(start, m_position - start);
    // Producers write "--5" and "+.3"; viewers read them, so do we.
    bool negative = false;
    while (!digits.empty() && (digits.front() == '+' || digits.front() == '-')) {
        negative = negative || digits.front() == '-';
        digits.remove_prefix(1);
    }
    double number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number, std::chars_format::fixed);
    Value value = Value::ofNumber(std::isfinite(number) ? (negative ? -number : number) : 0);
    if (m_references)
        readReference(value);
    return value;
}

bool Lexer::readReference(Value& value)
{
    if (value.number < 0 || value.number > 8388607 || value.number != std::floor(value.number))
        return false;
    std::size_t p = m_position;
    const auto skip = [&] {
        const std::size_t from = p;
        while (p < m_text.size() && isSpace(m_text[p]))
            ++p;
        return p > from;
    };
    if (!skip())
        return false;
    unsigned generation = 0;
    const auto [end, error] = std::from_chars(m_text.data() + p, m_text.data() + m_text.size(), generation);
    p = static_cast<std::size_t>(end - m_text.data());
    if (error != std::errc() || generation > 65535 || !skip() || p >= m_text.size() || m_text[p] != 'R')
        return false;
    if (p + 1 < m_text.size() && !isSpace(m_text[p + 1]) && !isDelimiter(m_text[p + 1]))
        return false;
    value.kind = Value::Kind::Reference;
    value.generation = static_cast<std::uint16_t>(generation);
    m_position = p + 1;
    return true;
}

Value Lexer::readName()
{
    ++m_position;
    Value value;
    value.kind = Value::Kind::Name;
    while (!atEnd() && !isSpace(m_text[m_position]) && !isDelimiter(m_text[m_position])) {
        const char c = m_text[m_position];
        if (c == '#' && hexDigit(peek(1)) >= 0 && hexDigit(peek(2)) >= 0) {
            value.text += static_cast<char>(hexDigit(peek(1)) * 16 + hexDigit(peek(2)));
            m_position += 3;
            continue;
        }
        value.text += c;
        ++m_position;
    }
    return value;
}

void Lexer::readEscape(std::string& out)
{
    const char c = peek();
    ++m_position;
    static constexpr std::string_view from = "nrtbf", to = "\n\r\t\b\f";
    if (const auto at = from.find(c); at != std::string_view::npos) {
        out += to[at];
    } else if (c >= '0' && c <= '7') {
        int code = c - '0';
        for (int i = 0; i < 2 && peek() >= '0' && peek() <= '7'; ++i, ++m_position)
            code = code * 8 + (peek() - '0');
        out += static_cast<char>(code & 0xff);
    } else if (c == '\r') {
        m_position += peek() == '\n';
    } else if (c != '\n') {
        out += c;
    }
}

Value Lexer::readLiteralString()
{
    ++m_position;
    Value value;
    value.kind = Value::Kind::String;
    for (int open = 1; !atEnd();) {
        const char c = m_text[m_position++];
        if (c == '\\' && !atEnd()) {
            readEscape(value.text);
            continue;
        }
        open += (c == '(') - (c == ')');
        if (open == 0)
            break;
        if (value.text.size() < longestString)
            value.text += c;
    }
    return value;
}

Value Lexer::readHexString()
{
    ++m_position;
    Value value;
    value.kind = Value::Kind::String;
    int high = -1;
    for (; !atEnd() && m_text[m_position] != '>'; ++m_position) {
        const int digit = hexDigit(m_text[m_position]);
        if (digit < 0)
            continue;
        if (high < 0) {
            high = digit;
        } else {
            if (value.text.size() < longestString)
                value.text += static_cast<char>(high * 16 + digit);
            high = -1;
        }
    }
    if (high >= 0)
        value.text += static_cast<char>(high * 16); // 7.3.4.3: a missing last digit is zero
    if (!atEnd())
        ++m_position;
    return value;
}

Value Lexer::readContainer(int depth, bool dictionary)
{
    m_position += dictionary ? 2 : 1;
    Value value;
    value.kind = dictionary ? Value::Kind::Dictionary : Value::Kind::Array;
    if (depth >= deepest)
        return Value(); // what stands inside is read as loose tokens by whoever asks next
    while (value.items.size() < mostItems) {
        Value item = read(depth + 1);
        if (item.kind == Value::Kind::End || item.isKeyword(dictionary ? ">>" : "]"))
            break;
        if (item.isKeyword("]") || item.isKeyword(">>"))
            break;
        if (!dictionary) {
            value.items.push_back(std::move(item));
            continue;
        }
        if (item.kind != Value::Kind::Name)
            continue;
        Value content = read(depth + 1);
        if (content.kind == Value::Kind::End || content.isKeyword(">>"))
            break;
        value.keys.push_back(std::move(item.text));
        value.items.push_back(std::move(content));
    }
    return value;
}

void Lexer::skipInlineImage()
{
    ++m_position; // the one white space after ID
    for (; m_position + 2 < m_text.size(); ++m_position) {
        const bool ends = m_text[m_position] == 'E' && m_text[m_position + 1] == 'I' && isSpace(m_text[m_position + 2])
            && m_position > 0 && isSpace(m_text[m_position - 1]);
        if (ends) {
            m_position += 2;
            return;
        }
    }
    m_position = m_text.size();
}

} // namespace vidimus::pdf

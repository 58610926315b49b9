#include "to_unicode.hpp"
#include "lexer.hpp"

#include <algorithm>

namespace vidimus::pdf {

namespace {

constexpr std::size_t mostMappings = 70'000;
constexpr std::size_t longestTarget = 128; // bytes of UTF-16

std::uint32_t codeOf(const std::string& bytes)
{
    std::uint32_t code = 0;
    for (std::size_t i = 0; i < bytes.size() && i < 4; ++i)
        code = code << 8 | static_cast<unsigned char>(bytes[i]);
    return code;
}

/// The target of code low + offset: the last byte pair counts up (9.10.3).
std::string advanced(std::string target, std::uint32_t offset)
{
    if (target.size() < 2)
        target.insert(0, 2 - target.size(), '\0');
    for (std::size_t i = target.size(); offset > 0 && i-- > 0;) {
        const std::uint32_t sum = static_cast<unsigned char>(target[i]) + (offset & 0xff);
        target[i] = static_cast<char>(sum & 0xff);
        offset = (offset >> 8) + (sum >> 8);
    }
    return target;
}

class Parser {
public:
    explicit Parser(std::string_view text)
        : m_lexer(text)
    {
    }
    CMap run()
    {
        Value last;
        for (Value value = m_lexer.next(); value.kind != Value::Kind::End; value = m_lexer.next()) {
            if (value.isKeyword("begincodespacerange"))
                readCodeSpaces();
            else if (value.isKeyword("beginbfchar"))
                readChars(true);
            else if (value.isKeyword("begincidchar"))
                readChars(false);
            else if (value.isKeyword("beginbfrange"))
                readRanges(true);
            else if (value.isKeyword("begincidrange"))
                readRanges(false);
            else if (value.isNumber() && last.isName("WMode"))
                m_map.vertical = value.integer() == 1;
            last = std::move(value);
        }
        return std::move(m_map);
    }

private:
    /// The next operand of a block; false at its end keyword or the end of the text.
    bool operand(Value& value)
    {
        value = m_lexer.next();
        return value.kind != Value::Kind::Keyword && value.kind != Value::Kind::End;
    }
    void readCodeSpaces()
    {
        for (Value low, high; operand(low) && operand(high);)
            if (low.isString() && high.isString() && !low.text.empty() && low.text.size() <= 4
                && low.text.size() == high.text.size() && m_map.codeSpaces.size() < 256)
                m_map.codeSpaces.push_back({static_cast<int>(low.text.size()), codeOf(low.text), codeOf(high.text)});
    }
    void readChars(bool text)
    {
        for (Value code, target; operand(code) && operand(target);)
            if (code.isString() && !code.text.empty())
                put(codeOf(code.text), target, 0, text);
    }
    void readRanges(bool text)
    {
        for (Value low, high, target; operand(low) && operand(high) && operand(target);) {
            if (!low.isString() || !high.isString() || low.text.empty())
                continue;
            const std::uint32_t first = codeOf(low.text), last = codeOf(high.text);
            for (std::uint32_t offset = 0; last >= first && offset <= last - first && offset < 65'536; ++offset) {
                if (target.isArray() && offset >= target.items.size())
                    break;
                const bool listed = target.isArray();
                if (!put(first + offset, listed ? target.items[offset] : target, listed ? 0 : offset, text))
                    break;
            }
        }
    }
    bool put(std::uint32_t code, const Value& target, std::uint32_t offset, bool text)
    {
        if (text ? m_map.text.size() >= mostMappings : m_map.cid.size() >= mostMappings)
            return false;
        if (text && target.isString())
            m_map.text[code] = utf8FromUtf16(advanced(target.text.substr(0, longestTarget), offset));
        else if (!text && target.isNumber())
            m_map.cid[code] = static_cast<std::uint32_t>(target.integer()) + offset;
        return true;
    }

    Lexer m_lexer;
    CMap m_map;
};

bool holds(const CMap::CodeSpace& space, std::string_view bytes)
{
    if (static_cast<int>(bytes.size()) < space.bytes)
        return false;
    for (int i = 0; i < space.bytes; ++i) {
        const int shift = 8 * (space.bytes - 1 - i);
        const auto byte = static_cast<unsigned char>(bytes[static_cast<std::size_t>(i)]);
        if (byte < (space.low >> shift & 0xff) || byte > (space.high >> shift & 0xff))
            return false;
    }
    return true;
}

} // namespace

int CMap::codeLength(std::string_view bytes) const
{
    int shortest = 5, shortestOfAll = 5;
    for (const CodeSpace& space : codeSpaces) {
        shortestOfAll = std::min(shortestOfAll, space.bytes);
        if (holds(space, bytes))
            shortest = std::min(shortest, space.bytes);
    }
    if (shortest < 5)
        return shortest;
    return shortestOfAll < 5 ? shortestOfAll : 2;
}

CMap parseCMap(std::string_view text)
{
    return Parser(text).run();
}

std::string utf8(std::uint32_t c)
{
    if (c > 0x10ffff || (c >= 0xd800 && c <= 0xdfff))
        c = 0xfffd;
    std::string out;
    if (c < 0x80) {
        out += static_cast<char>(c);
    } else if (c < 0x800) {
        out += static_cast<char>(0xc0 | c >> 6);
        out += static_cast<char>(0x80 | (c & 0x3f));
    } else {
        if (c < 0x10000) {
            out += static_cast<char>(0xe0 | c >> 12);
        } else {
            out += static_cast<char>(0xf0 | c >> 18);
            out += static_cast<char>(0x80 | (c >> 12 & 0x3f));
        }
        out += static_cast<char>(0x80 | (c >> 6 & 0x3f));
        out += static_cast<char>(0x80 | (c & 0x3f));
    }
    return out;
}

std::string utf8FromUtf16(std::string_view bytes)
{
    const auto unit = [&](std::size_t i) {
        return static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i])) << 8
            | static_cast<unsigned char>(bytes[i + 1]);
    };
    std::string out;
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
        const std::uint32_t high = unit(i);
        if (high >= 0xd800 && high < 0xdc00 && i + 3 < bytes.size()) {
            const std::uint32_t low = unit(i + 2);
            if (low >= 0xdc00 && low < 0xe000) {
                out += utf8(0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00));
                i += 2;
                continue;
            }
        }
        out += utf8(high);
    }
    return out;
}

} // namespace vidimus::pdf

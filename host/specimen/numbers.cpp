#include "specimen/numbers.hpp"

#include <array>
#include <cassert>

namespace vidimus::specimen {
namespace {

int characterValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    return c >= 'A' && c <= 'Z' ? c - 'A' + 10 : 0;
}

} // namespace

char hkidCheckCharacter(std::string_view body)
{
    assert(body.size() == 7 || body.size() == 8);
    // A single-letter number has a blank before it, which counts as 36.
    int sum = body.size() == 7 ? 9 * 36 : 0;
    int weight = static_cast<int>(body.size()) + 1;
    for (const char c : body)
        sum += weight-- * characterValue(c);
    const int check = (11 - sum % 11) % 11;
    return check == 10 ? 'A' : static_cast<char>('0' + check);
}

std::string makeHkid(Random& random)
{
    static constexpr std::string_view usual = "ABCDEGHKPRVYZ";
    std::string body(1, random.pick(usual));
    body += random.digits(6);
    return body + "(" + hkidCheckCharacter(body) + ")";
}

std::string bareHkid(std::string_view hkid)
{
    std::string bare;
    for (const char c : hkid)
        if (c != '(' && c != ')')
            bare += c;
    return bare;
}

char residentCheckCharacter(std::string_view body)
{
    assert(body.size() == 17);
    static constexpr std::array weights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i)
        sum += weights[i] * (body[i] - '0');
    return "10X98765432"[sum % 11];
}

std::string makeResidentId(std::string_view region, const Date& birth, Sex sex, Random& random)
{
    std::string body(region);
    for (const char c : birth.iso())
        if (c != '-')
            body += c;
    const int sequence = 2 * random.between(1, 240) + (sex == Sex::Male ? 1 : 0);
    const std::string digits = std::to_string(sequence);
    body += std::string(3 - digits.size(), '0') + digits;
    return body + residentCheckCharacter(body);
}

char mrzCheckDigit(std::string_view text)
{
    static constexpr std::array weights{7, 3, 1};
    int sum = 0;
    for (std::size_t i = 0; i < text.size(); ++i)
        sum += weights[i % weights.size()] * characterValue(text[i]);
    return static_cast<char>('0' + sum % 10);
}

} // namespace vidimus::specimen

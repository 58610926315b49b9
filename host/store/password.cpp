#include "detail/password.hpp"

#include "detail/accounts.hpp"
#include "detail/random.hpp"

#include <argon2.h>
#include <openssl/rand.h>

#include <array>
#include <cstdlib>
#include <vector>

namespace vidimus::store::detail {
namespace {

// OWASP's password storage guide for Argon2id: 19 MiB, 2 rounds, 1 lane.
constexpr std::uint32_t rounds = 2, kibibytes = 19 * 1024, lanes = 1;
constexpr std::size_t saltBytes = 16, hashBytes = 32;
constexpr std::size_t leastCharacters = 8, mostBytes = 1024;

std::size_t charactersOf(const std::string& text)
{
    std::size_t count = 0;
    for (const char byte : text)
        count += (static_cast<unsigned char>(byte) & 0xc0) != 0x80; // not a UTF-8 continuation
    return count;
}

void fillRandomly(unsigned char* bytes, std::size_t count)
{
    if (RAND_bytes(bytes, static_cast<int>(count)) != 1)
        std::abort(); // without secrets nothing here may go on
}

} // namespace

std::string randomHex(unsigned bytes)
{
    static constexpr char digits[] = "0123456789abcdef";
    std::vector<unsigned char> random(bytes);
    fillRandomly(random.data(), random.size());
    std::string hex;
    for (const unsigned char byte : random) {
        hex += digits[byte >> 4];
        hex += digits[byte & 15];
    }
    return hex;
}

std::string hashOf(const std::string& password)
{
    std::array<unsigned char, saltBytes> salt{};
    fillRandomly(salt.data(), salt.size());
    std::string encoded(argon2_encodedlen(rounds, kibibytes, lanes, saltBytes, hashBytes, Argon2_id), '\0');
    const int result = argon2id_hash_encoded(rounds, kibibytes, lanes, password.data(), password.size(), salt.data(),
        salt.size(), hashBytes, encoded.data(), encoded.size());
    encoded.resize(result == ARGON2_OK ? encoded.find('\0') : 0);
    return encoded;
}

bool matches(const std::string& hash, const std::string& password)
{
    return !hash.empty() && password.size() <= mostBytes
        && argon2id_verify(hash.c_str(), password.data(), password.size()) == ARGON2_OK;
}

std::optional<std::string> weaknessOf(const std::string& password, const std::string& name)
{
    if (charactersOf(password) < leastCharacters)
        return "The password needs at least " + std::to_string(leastCharacters) + " characters.";
    if (password.size() > mostBytes)
        return "The password is too long.";
    if (keyNameOf(password) == keyNameOf(name))
        return "The password must not be the account's name.";
    if (password.find_first_not_of(password[0]) == std::string::npos)
        return "The password must not be one character over and over.";
    return std::nullopt;
}

} // namespace vidimus::store::detail

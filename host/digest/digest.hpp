#pragma once
#include "core/result.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

/// Digests by OpenSSL: what names a file, a pack, a stored result.
namespace vidimus::digest {

/// SHA-256 in pieces.
class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;
    void add(std::span<const std::uint8_t> bytes);
    void add(std::string_view bytes);
    /// Lower-case hex; call once.
    std::string hex();

private:
    struct Context;
    std::unique_ptr<Context> m_context;
};

std::string sha256(std::string_view bytes);
/// Reads the file in pieces. Errors: NotFound, Unreadable.
Result<std::string> sha256OfFile(const std::filesystem::path& file);
/// HMAC-SHA-256 in lower-case hex: names a thing without letting it be guessed.
std::string keyedDigest(std::string_view key, std::string_view bytes);

} // namespace vidimus::digest

#include "tesseract/model_data.hpp"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>

namespace vidimus::tesseract_engine {

namespace {
constexpr const char* debianFolder = "/usr/share/tesseract-ocr/5/tessdata";

bool holdsData(const std::filesystem::path& folder)
{
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(folder, ignored))
        if (entry.path().extension() == ".traineddata")
            return true;
    return false;
}
} // namespace

std::string dataFolder()
{
    std::vector<std::filesystem::path> candidates;
    if (const char* prefix = std::getenv("TESSDATA_PREFIX"); prefix && *prefix)
        candidates = {prefix, std::filesystem::path(prefix) / "tessdata"};
    candidates.emplace_back(debianFolder);
    for (const auto& folder : candidates)
        if (holdsData(folder))
            return folder.string();
    return {};
}

std::vector<std::string> languagesIn(const std::string& folder)
{
    std::vector<std::string> languages;
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(folder, ignored))
        if (entry.path().extension() == ".traineddata" && entry.path().stem() != "osd")
            languages.push_back(entry.path().stem().string());
    std::sort(languages.begin(), languages.end());
    return languages;
}

std::string digestOf(const std::string& folder, const std::vector<std::string>& languages)
{
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr);
    std::array<char, 65536> buffer;
    for (const std::string& language : languages) {
        EVP_DigestUpdate(context.get(), language.data(), language.size() + 1); // with its NUL as a separator
        std::ifstream file(std::filesystem::path(folder) / (language + ".traineddata"), std::ios::binary);
        while (file.read(buffer.data(), buffer.size()) || file.gcount() > 0)
            EVP_DigestUpdate(context.get(), buffer.data(), static_cast<std::size_t>(file.gcount()));
    }
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    EVP_DigestFinal_ex(context.get(), digest.data(), nullptr);
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (std::size_t i = 0; i < 8; ++i) {
        text += digits[digest[i] >> 4];
        text += digits[digest[i] & 15];
    }
    return text;
}

std::string packageOf(const std::string& language)
{
    std::string name = "tesseract-ocr-" + language;
    std::replace(name.begin(), name.end(), '_', '-');
    return name;
}

} // namespace vidimus::tesseract_engine

#include "ppocr/model_files.hpp"

#include <openssl/evp.h>

#include <dlfcn.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>

namespace vidimus::ppocr_engine {

namespace {
std::filesystem::path folderOfThisModule()
{
    Dl_info info{};
    if (::dladdr(reinterpret_cast<const void*>(&modelFiles), &info) == 0 || !info.dli_fname)
        return {};
    return std::filesystem::path(info.dli_fname).parent_path();
}
} // namespace

ModelFiles modelFiles()
{
    const char* elsewhere = std::getenv("VIDIMUS_PPOCR_MODELS");
    const std::filesystem::path folder
        = elsewhere && *elsewhere ? std::filesystem::path(elsewhere) : folderOfThisModule() / "models";
    return {(folder / "libonnxruntime.so").string(), (folder / "ch_PP-OCRv4_det_infer.onnx").string(),
        (folder / "ch_PP-OCRv4_rec_infer.onnx").string(), (folder / "ppocr_keys_v1.txt").string()};
}

std::string digestOf(const std::vector<std::string>& files)
{
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr);
    std::vector<char> buffer(1 << 16);
    for (const std::string& path : files) {
        std::ifstream file(path, std::ios::binary);
        if (!file)
            return {};
        while (file.read(buffer.data(), static_cast<std::streamsize>(buffer.size())) || file.gcount() > 0)
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

std::vector<std::string> charactersIn(const std::string& file)
{
    std::vector<std::string> characters;
    std::ifstream stream(file);
    for (std::string line; std::getline(stream, line);) {
        if (!line.empty() && line.back() == '\r')
            line.pop_back();
        characters.push_back(line);
    }
    return characters;
}

} // namespace vidimus::ppocr_engine

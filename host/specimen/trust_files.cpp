#include "specimen/trust.hpp"

#include <openssl/pem.h>

#include <cstdio>

namespace vidimus::specimen {
namespace {

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

File open(const std::filesystem::path& path, const char* mode)
{
    return File(std::fopen(path.c_str(), mode));
}

Error cannotWrite(const std::filesystem::path& path)
{
    return {ErrorKind::System, path.string() + " could not be written.", "specimen"};
}

Result<void> writeCertificate(const std::filesystem::path& path, X509* certificate)
{
    const File file = open(path, "w");
    if (!file || PEM_write_X509(file.get(), certificate) != 1)
        return cannotWrite(path);
    return {};
}

Certificate readCertificate(const std::filesystem::path& path)
{
    const File file = open(path, "r");
    return Certificate(file ? PEM_read_X509(file.get(), nullptr, nullptr, nullptr) : nullptr);
}

} // namespace

Result<void> writeTrust(const Trust& trust, const std::filesystem::path& folder)
{
    std::error_code ignored;
    std::filesystem::create_directories(folder, ignored);
    if (auto root = writeCertificate(folder / "root.pem", trust.root.get()); !root)
        return root;
    if (auto signer = writeCertificate(folder / "signer.pem", trust.signer.certificate.get()); !signer)
        return signer;
    if (auto expired = writeCertificate(folder / "signer-expired.pem", trust.signer.expired.get()); !expired)
        return expired;
    const auto path = folder / "signer.key";
    const File file = open(path, "w");
    if (!file || PEM_write_PrivateKey(file.get(), trust.signer.key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1)
        return cannotWrite(path);
    return {};
}

Result<Signer> readSigner(const std::filesystem::path& folder)
{
    Signer signer;
    signer.certificate = readCertificate(folder / "signer.pem");
    signer.expired = readCertificate(folder / "signer-expired.pem");
    if (const File key = open(folder / "signer.key", "r"))
        signer.key.reset(PEM_read_PrivateKey(key.get(), nullptr, nullptr, nullptr));
    if (!signer.certificate || !signer.expired || !signer.key)
        return Error{ErrorKind::NotFound,
            folder.string()
                + " lacks a readable signer.pem, signer-expired.pem or signer.key; --make-trust writes them.",
            "specimen"};
    return signer;
}

} // namespace vidimus::specimen

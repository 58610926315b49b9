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

} // namespace

Result<void> writeTrust(const Trust& trust, const std::filesystem::path& folder)
{
    std::error_code ignored;
    std::filesystem::create_directories(folder, ignored);
    if (auto root = writeCertificate(folder / "root.pem", trust.root.get()); !root)
        return root;
    if (auto signer = writeCertificate(folder / "signer.pem", trust.signer.certificate.get()); !signer)
        return signer;
    const auto path = folder / "signer.key";
    const File file = open(path, "w");
    if (!file || PEM_write_PrivateKey(file.get(), trust.signer.key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1)
        return cannotWrite(path);
    return {};
}

Result<Signer> readSigner(const std::filesystem::path& folder)
{
    Signer signer;
    const File certificate = open(folder / "signer.pem", "r"), key = open(folder / "signer.key", "r");
    if (!certificate || !key)
        return Error{ErrorKind::NotFound,
            folder.string() + " holds no signer.pem with signer.key; --make-trust writes them.", "specimen"};
    signer.certificate.reset(PEM_read_X509(certificate.get(), nullptr, nullptr, nullptr));
    signer.key.reset(PEM_read_PrivateKey(key.get(), nullptr, nullptr, nullptr));
    if (!signer.certificate || !signer.key)
        return Error{ErrorKind::Malformed,
            "signer.pem or signer.key in " + folder.string() + " is not what its name says.", "specimen"};
    return signer;
}

} // namespace vidimus::specimen

#include "cms.hpp"

#include <cstdlib>

/// Signatures and time stamps come from whoever made the PDF.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace vidimus::pdf;
    const std::string_view der(reinterpret_cast<const char*>(data), size);
    const DigestOf digest = [](const std::string&) { return std::string(32, 'x'); };
    for (const auto& verify : {&verifyDetached, &verifySha1Content, &verifyTimestamp})
        if (verify(der, digest).integrity == Integrity::Holds)
            std::abort(); // nobody signed this digest
    return 0;
}

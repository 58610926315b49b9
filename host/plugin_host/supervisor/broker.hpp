#pragma once
#include "core/dependencies.hpp"
#include "plugin_host/supervisor/tool_run.hpp"
#include "plugin_host/wire/limits.hpp"

#include <map>
#include <string>

namespace vidimus::supervisor {

/// A page that poppler drew: a portable pixmap whose pixels begin at the offset, three bytes each.
struct DrawnPage {
    const wire::SealedBytes* bytes = nullptr; ///< owned by the broker, valid until the next page
    std::uint32_t width = 0, height = 0;
    std::uint64_t offset = 0;
};

/// Runs for one file the tools that its worker may not run: poppler draws, qpdf repairs and decrypts.
class Broker {
public:
    Broker(const wire::SealedBytes& document, const wire::Limits& limits)
        : m_document(document)
        , m_limits(limits)
    {
    }

    /// \param page  from 0.  \param dpi  1..2400
    /// Errors: Malformed (poppler cannot draw it), Refused (the password does not open it), TooLarge, TimedOut, …
    Result<DrawnPage> draw(std::uint32_t page, double dpi, const std::string& password, const Watch& watch);
    /// The file as qpdf writes it anew, decrypted; deterministic. Valid as long as the broker.
    Result<const wire::SealedBytes*> repaired(const std::string& password, const Watch& watch);
    /// Tools that were used, with their versions.
    Dependencies takeUsed() { return std::exchange(m_used, {}); }

private:
    const wire::SealedBytes& m_document;
    const wire::Limits& m_limits;
    std::map<std::string, wire::SealedBytes> m_repaired; ///< by password
    std::optional<wire::SealedBytes> m_drawn;
    Dependencies m_used;
};

/// Reads a P6 header. Error Malformed unless exactly that many pixels of 8 bits follow, within the limits.
Result<DrawnPage> pixmapOf(const wire::SealedBytes& bytes, const wire::Limits& limits);

} // namespace vidimus::supervisor

#pragma once
#include "page_text.hpp"
#include "structure.hpp"

#include <vidimus/plugin.hpp>

#include <optional>

namespace vidimus::pdf {

/// A PDF file opened once: its own text where it has some, else its picture handed on to the readers of pictures.
class PdfSession final : public sdk::Session {
public:
    /// \param bytes  as acquired; stay valid as long as the session.
    /// Throws sdk::Failure: VIDIMUS_ENCRYPTED where no password opens it, VIDIMUS_MALFORMED where neither we nor the
    /// host's repair can make a PDF with at least one page of it.
    PdfSession(std::span<const std::uint8_t> bytes, const std::vector<std::string>& passwords);

    std::uint32_t pageCount() override;
    vidimus_page_info_t pageInfo(std::uint32_t page) override;
    vidimus_image_t pageImage(std::uint32_t page, double dpi) override;
    void run(const sdk::PassRequest& request, sdk::PassSink& sink) override;

private:
    void openRepaired(const std::vector<std::string>& passwords, OpenProblem problem);
    PageGeometry geometry(std::uint32_t page);
    const PageText& text(std::uint32_t page);
    void readText(const sdk::PassRequest& request, sdk::PassSink& sink);
    vidimus_image_t drawn(std::uint32_t page, double dpi);

    std::span<const std::uint8_t> m_bytes;
    std::vector<std::uint8_t> m_repairedBytes;
    std::unique_ptr<Document> m_document;
    std::unique_ptr<PageReader> m_reader;
    bool m_repaired = false;
    std::optional<std::pair<std::uint32_t, PageText>> m_text; ///< of the page asked for last
    std::optional<std::uint32_t> m_drawnPage;
    double m_drawnAt = 0;
    sdk::Image m_drawn; ///< the host's picture lasts only until its next call
};

/// Reader "vidimus.pdf" for application/pdf.
class PdfReader final : public sdk::Reader {
public:
    std::string id() const override { return "vidimus.pdf"; }
    std::vector<std::string> mediaTypes() const override { return {"application/pdf"}; }
    std::vector<std::string> passes() const override
    {
        return {"text", "codes", "facts", "registration", "key-points"};
    }
    std::unique_ptr<sdk::Session> open(std::span<const std::uint8_t> bytes, std::string_view mediaType,
        const std::vector<std::string>& passwords) override;
};

} // namespace vidimus::pdf

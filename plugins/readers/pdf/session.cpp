#include "session.hpp"
#include "facts.hpp"
#include "line_grouping.hpp"
#include "upright.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace vidimus::pdf {

namespace {

constexpr double workingDpi = 300; // what the scan reader's chain was measured at

bool centreInside(const vidimus_region_t& inner, const vidimus_region_t& outer)
{
    const double x = inner.x_mm + inner.width_mm / 2, y = inner.y_mm + inner.height_mm / 2;
    return x >= outer.x_mm && y >= outer.y_mm && x <= outer.x_mm + outer.width_mm && y <= outer.y_mm + outer.height_mm;
}

vidimus_region_t joined(const vidimus_region_t& a, const vidimus_region_t& b)
{
    const double x0 = std::min(a.x_mm, b.x_mm), y0 = std::min(a.y_mm, b.y_mm);
    const double x1 = std::max(a.x_mm + a.width_mm, b.x_mm + b.width_mm);
    const double y1 = std::max(a.y_mm + a.height_mm, b.y_mm + b.height_mm);
    return {x0, y0, x1 - x0, y1 - y0};
}

vidimus_quad_t quadOf(const vidimus_region_t& r)
{
    const double x1 = r.x_mm + r.width_mm, y1 = r.y_mm + r.height_mm;
    return {{r.x_mm, r.y_mm, x1, r.y_mm, x1, y1, r.x_mm, y1}};
}

vidimus_quad_t onto(const Matrix& m, const vidimus_quad_t& quad)
{
    vidimus_quad_t mapped{};
    for (int i = 0; i < 8; i += 2) {
        mapped.xy_mm[i] = quad.xy_mm[i] * m.a + quad.xy_mm[i + 1] * m.c + m.e;
        mapped.xy_mm[i + 1] = quad.xy_mm[i] * m.b + quad.xy_mm[i + 1] * m.d + m.f;
    }
    return mapped;
}

/// The words of a line that lie in the region, as a line of their own; without words where none does.
sdk::Line partInside(const sdk::Line& line, const vidimus_region_t& region)
{
    sdk::Line part = line;
    std::erase_if(part.words, [&](const sdk::Word& word) { return !centreInside(word.region, region); });
    if (part.words.empty() || part.words.size() == line.words.size())
        return part;
    part.text.clear();
    part.region = part.words.front().region;
    part.confidence = 1;
    for (const sdk::Word& word : part.words) {
        part.text += (part.text.empty() ? "" : " ") + word.text;
        part.region = joined(part.region, word.region);
        part.confidence = std::min(part.confidence, word.confidence);
    }
    part.quad = quadOf(part.region);
    return part;
}

bool wantsPicture(const sdk::PassRequest& request)
{
    return !request.variant.empty() || (!request.engine.empty() && request.engine != "vidimus.pdf");
}

} // namespace

PdfSession::PdfSession(std::span<const std::uint8_t> bytes, const std::vector<std::string>& passwords)
    : m_bytes(bytes)
{
    OpenProblem problem = OpenProblem::None;
    m_document = Document::open(bytes, passwords, problem);
    if (!m_document || m_document->pages().empty())
        openRepaired(passwords, problem);
    m_reader = std::make_unique<PageReader>(*m_document);
}

void PdfSession::openRepaired(const std::vector<std::string>& passwords, OpenProblem problem)
{
    if (problem == OpenProblem::Encrypted)
        throw sdk::Failure(VIDIMUS_ENCRYPTED, "the PDF is encrypted and no password given opens it");
    std::vector<std::string> attempts = {""};
    attempts.insert(attempts.end(), passwords.begin(), passwords.end());
    for (const std::string& password : attempts) {
        const auto repaired = sdk::Host::instance().repair(password);
        if (!repaired || repaired->size == 0)
            continue;
        m_repairedBytes.assign(repaired->data, repaired->data + repaired->size);
        m_document = Document::open(m_repairedBytes, passwords, problem);
        m_repaired = true;
        if (m_document && !m_document->pages().empty())
            return;
    }
    if (problem == OpenProblem::Encrypted)
        throw sdk::Failure(VIDIMUS_ENCRYPTED, "the PDF is encrypted and no password given opens it");
    throw sdk::Failure(VIDIMUS_MALFORMED, "the PDF is damaged: no page of it can be found");
}

std::uint32_t PdfSession::pageCount()
{
    return static_cast<std::uint32_t>(m_document->pages().size());
}

PageGeometry PdfSession::geometry(std::uint32_t page)
{
    if (page >= pageCount())
        throw sdk::Failure(VIDIMUS_UNSUPPORTED, "the PDF has no page of that number");
    return geometryOf(*m_document, m_document->pages()[page]);
}

vidimus_page_info_t PdfSession::pageInfo(std::uint32_t page)
{
    const PageGeometry g = geometry(page);
    return {g.widthMm, g.heightMm, workingDpi, true, 0};
}

vidimus_image_t PdfSession::drawn(std::uint32_t page, double dpi)
{
    const PageGeometry g = geometry(page);
    const auto& host = sdk::Host::instance();
    // A page may be as large as its producer likes; it is drawn coarser where it would break the picture limits.
    const double inches = g.widthMm / 25.4 * g.heightMm / 25.4;
    const double side = std::max(g.widthMm, g.heightMm) / 25.4;
    dpi = std::min({dpi, std::sqrt(static_cast<double>(host.pixelLimit()) / inches), host.sideLimit() / side});
    if (m_drawnPage != page || m_drawnAt != dpi) {
        m_drawnPage.reset();
        const vidimus_image_t image = host.render(page, dpi, m_document->password());
        m_drawn = {image.width, image.height, image.format, image.dpi, {}};
        m_drawn.pixels.resize(m_drawn.stride() * image.height);
        for (std::uint32_t y = 0; y < image.height; ++y)
            std::memcpy(
                m_drawn.pixels.data() + y * m_drawn.stride(), image.pixels + y * image.stride, m_drawn.stride());
        // The renderer knows no UserUnit; what counts is how many pixels lie on the page's own width.
        m_drawn.dpi = image.width / (g.widthMm / 25.4);
        m_drawnPage = page;
        m_drawnAt = dpi;
    }
    return m_drawn.view();
}

vidimus_image_t PdfSession::pageImage(std::uint32_t page, double dpi)
{
    return drawn(page, dpi > 0 ? dpi : workingDpi);
}

const PageText& PdfSession::text(std::uint32_t page)
{
    geometry(page); // refuses a page that is not there
    if (!m_text || m_text->first != page)
        m_text.emplace(page, m_reader->read(page));
    return m_text->second;
}

void PdfSession::readText(const sdk::PassRequest& request, sdk::PassSink& sink)
{
    const PageText& page = text(request.page);
    if (wantsPicture(request) || page.isScan()) {
        sdk::Host::instance().readImage("vidimus.scan", drawn(request.page, workingDpi), request.page, request, sink);
        return;
    }
    const UprightPage upright = uprightOf(page);
    const Matrix& m = upright.toDisplayed;
    const vidimus_region_t whole{0, 0, upright.geometry.widthMm, upright.geometry.heightMm};
    sink.preparedPage({whole.width_mm, whole.height_mm, onto(m, quadOf(whole)),
        {{m.a, m.c, m.e, m.b, m.d, m.f, 0, 0, 1}}, static_cast<double>(upright.turned)});
    std::size_t offPage = 0;
    for (const sdk::Line& line : linesOf(placed(page.visible, upright.geometry, offPage))) {
        sdk::Line told = request.wholePage() ? line : partInside(line, request.region);
        told.quad = onto(m, told.quad);
        if (!told.words.empty())
            sink.line(told);
    }
}

void PdfSession::run(const sdk::PassRequest& request, sdk::PassSink& sink)
{
    sdk::Host::instance().throwIfCancelled();
    if (request.what == "text")
        readText(request, sink);
    else if (request.what == "codes")
        sdk::Host::instance().readImage("vidimus.codes", drawn(request.page, workingDpi), request.page, request, sink);
    else if (request.what == "facts")
        stateFacts({m_bytes, *m_document, *m_reader, m_repaired, {m_document->password()}}, sink);
    else if ((request.what == "registration" || request.what == "key-points") && text(request.page).isScan())
        // A page of text has no need of it: its labels are read without fail.
        sdk::Host::instance().readImage("vidimus.scan", drawn(request.page, workingDpi), request.page, request, sink);
    else
        throw sdk::Failure(VIDIMUS_UNSUPPORTED, "the PDF reader answers text, codes and facts, and registers scans");
}

std::unique_ptr<sdk::Session> PdfReader::open(
    std::span<const std::uint8_t> bytes, std::string_view, const std::vector<std::string>& passwords)
{
    return std::make_unique<PdfSession>(bytes, passwords);
}

} // namespace vidimus::pdf

#include "worker/session_server.hpp"

#include "plugin_host/wire/codec.hpp"
#include "plugin_host/wire/strict.hpp"
#include "worker/given_exemplar.hpp"
#include "worker/pass_collector.hpp"
#include "worker/picture.hpp"
#include "worker/text.hpp"

#include <algorithm>
#include <cmath>

namespace vidimus::worker {
namespace {

using Json = nlohmann::json;
using wire::memberOf;
using wire::textOf;

/// Resolution at which a page is shown to a reader of codes when the page's own reader knows none.
constexpr double dpiForOthers = 300;

Json dependenciesToWire(const Dependencies& dependencies)
{
    return wire::toWire(dependencies.of);
}

bool isPage(const vidimus_page_info_t& info)
{
    const auto length = [](double value) { return std::isfinite(value) && value > 0 && value <= wire::widest; };
    return length(info.width_mm) && length(info.height_mm) && std::isfinite(info.dpi) && info.dpi >= 0
        && info.dpi <= wire::widest && std::isfinite(info.rotation_deg);
}

/// The resolution, lowered until a page of this size keeps within the picture limits.
double reducedDpi(const vidimus_page_info_t& page, double dpi, const wire::Limits& limits)
{
    const double width = page.width_mm / millimetresPerInch, height = page.height_mm / millimetresPerInch;
    const double bySide = limits.side / std::max(width, height);
    const double byArea = std::sqrt(static_cast<double>(limits.pixels) / (width * height));
    return std::min({dpi, bySide, byArea});
}

} // namespace

bool SessionServer::handle(std::string_view type, wire::Message& request)
{
    if (type == "open")
        open(request);
    else if (type == "run")
        run(request.body);
    else if (type == "page-image")
        pageImage(request.body);
    else
        return false;
    return true;
}

std::string SessionServer::readerId() const
{
    return m_reader ? clean(m_reader.row->id) : "worker";
}

/// The ABI carries no message with a status; what the reader logged last says why.
Error SessionServer::failure(vidimus_status_t status) const
{
    return errorOf(status, m_context.lastMessage, readerId());
}

void SessionServer::open(wire::Message& request)
{
    const std::string& mediaType = textOf(memberOf(request.body, "mediaType"), 256);
    std::vector<std::string> passwords;
    for (const Json& password : wire::arrayOf(memberOf(request.body, "passwords"), 1000))
        passwords.push_back(textOf(password, 4096));
    m_context.asOfDay = wire::integerOf(memberOf(request.body, "asOf"), INT32_MIN, INT32_MAX);
    if (request.files.size() != 1 || m_session)
        throw wire::DecodeError("open brings one file, once");
    auto mapped
        = wire::Mapping::of(request.files.front().get(), wire::countOf(memberOf(request.body, "size"), UINT64_MAX / 2));
    if (!mapped)
        return m_context.link.fail(mapped.error());
    m_bytes = std::move(*mapped);

    Error error{ErrorKind::Unsupported, "no installed reader handles " + mediaType, "worker"};
    for (const auto& reader : m_context.packs.readersFor(mediaType)) {
        if (openWith(reader, {m_bytes->bytes().data(), m_bytes->bytes().size()}, mediaType, passwords, error))
            return answerOpened();
        if (error.kind != ErrorKind::Unsupported)
            break; // another reader of the same type would not fare better
    }
    m_context.link.fail(error);
}

bool SessionServer::openWith(const Offered<vidimus_reader_t>& reader, vidimus_bytes_t bytes,
    const std::string& mediaType, const std::vector<std::string>& passwords, Error& error)
{
    std::vector<vidimus_string_t> list;
    for (const std::string& password : passwords)
        list.push_back(string(password));
    vidimus_string_t message{};
    const vidimus_status_t status
        = reader.row->open(bytes, string(mediaType), {list.data(), list.size()}, &m_session, &message);
    if (status == VIDIMUS_OK && m_session) {
        m_reader = reader;
        return true;
    }
    m_session = nullptr;
    error = errorOf(status == VIDIMUS_OK ? VIDIMUS_INTERNAL : status,
        status == VIDIMUS_OK ? std::string() : clean(message), clean(reader.row->id));
    return false;
}

void SessionServer::answerOpened()
{
    const std::uint32_t count = m_reader.row->page_count(m_session);
    if (count > m_context.limits.pages)
        return m_context.link.fail({ErrorKind::TooLarge,
            "the file has " + std::to_string(count) + " pages; at most " + std::to_string(m_context.limits.pages)
                + " are read",
            readerId()});
    Json pages = Json::array();
    for (std::uint32_t i = 0; i < count; ++i) {
        vidimus_page_info_t info{};
        const auto status = m_reader.row->page_info(m_session, i, &info);
        if (status != VIDIMUS_OK)
            return m_context.link.fail(failure(status));
        if (!isPage(info))
            return m_context.link.fail({ErrorKind::Malformed, "a page has no possible size", readerId()});
        m_pages.push_back(info);
        pages.push_back(wire::toWire(Page{{info.width_mm}, {info.height_mm}, {info.dpi}, info.dpi_assumed,
            {std::remainder(info.rotation_deg, 360.0)}}));
    }
    m_context.link.answer({{"reader", readerId()}, {"pack", m_reader.pack->id}, {"pages", std::move(pages)},
        {"used", dependenciesToWire(m_context.used)}});
}

Result<vidimus_image_t> SessionServer::imageOf(std::uint32_t page, double dpi)
{
    vidimus_image_t image{};
    const double wanted = reducedDpi(m_pages[page], dpi, m_context.limits);
    const auto status = m_reader.row->page_image(m_session, page, wanted, &image);
    if (status != VIDIMUS_OK)
        return failure(status);
    return image;
}

void SessionServer::pageImage(const Json& request)
{
    const auto page = static_cast<std::uint32_t>(wire::countOf(memberOf(request, "page"), UINT32_MAX));
    const double dpi = wire::numberOf(memberOf(request, "dpi"), 1, 10'000);
    if (page >= m_pages.size())
        return m_context.link.fail({ErrorKind::NotFound, "the file has no such page", readerId()});
    const auto image = imageOf(page, dpi);
    if (!image)
        return m_context.link.fail(image.error());
    auto told = handOver(*image, m_context.limits, m_context.link);
    if (!told)
        return m_context.link.fail(told.error());
    m_context.link.answer(std::move(*told));
}

/// By the session's own reader, or, where that does not know such passes, by one that can be handed its pages.
vidimus_status_t SessionServer::runPass(const vidimus_pass_request_t& request, const vidimus_pass_sink_t* sink)
{
    const vidimus_reader_t& reader = *m_reader.row;
    m_context.noteUse(*m_reader.pack);
    if (holds(reader.passes, reader.pass_count, view(request.what)))
        return reader.run(m_session, &request, sink);
    const auto other = m_context.packs.imageReaderAnswering(view(request.what));
    if (!other || request.page >= m_pages.size())
        return VIDIMUS_UNSUPPORTED;
    const auto image = imageOf(request.page, dpiForOthers);
    if (!image || !isPicture(*image))
        return VIDIMUS_MALFORMED;
    m_context.noteUse(*other.pack);
    return other.row->run(&*image, request.page, &request, sink);
}

void SessionServer::run(const Json& json)
{
    const PassRequest request = wire::passRequestFromWire(memberOf(json, "request"), m_context.limits);
    if (!m_session)
        throw wire::DecodeError("nothing is open");
    if (request.what != "facts" && request.page.value >= m_pages.size())
        return m_context.link.fail({ErrorKind::NotFound, "the file has no such page", readerId()});
    const vidimus_region_t region{
        request.region.x.value, request.region.y.value, request.region.width.value, request.region.height.value};
    const vidimus_pass_request_t raw{string(request.what), request.page.value, request.part, region,
        string(request.languages), string(request.alphabet), string(request.engine), string(request.variant),
        request.singleLine};
    std::optional<DesignPrint> print;
    if (!request.exemplar.empty())
        print = wire::designPrintFromWire(memberOf(json, "print"));
    const GivenExemplar given(m_context, print);
    PassCollector collector(m_context.limits);
    const auto status = runPass(raw, collector.sink());
    if (status != VIDIMUS_OK)
        return m_context.link.fail(failure(status));
    const auto pass = collector.finish(readerId());
    if (!pass)
        return m_context.link.fail(pass.error());
    m_context.link.answer({{"pass", wire::toWire(*pass)}, {"used", dependenciesToWire(m_context.used)}});
}

} // namespace vidimus::worker

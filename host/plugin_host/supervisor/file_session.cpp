#include "plugin_host/supervisor/file_session.hpp"

#include "plugin_host/supervisor/session_services.hpp"
#include "plugin_host/supervisor/state.hpp"
#include "plugin_host/wire/codec.hpp"
#include "plugin_host/wire/strict.hpp"

namespace vidimus::supervisor {

using Json = nlohmann::json;
using wire::memberOf;

namespace {
constexpr int mostDeaths = 3; // of one file's children; then the file is given up
}

struct FileSession::State {
    std::shared_ptr<Supervisor::State> supervisor;
    wire::SealedBytes bytes;
    std::string mediaType;
    std::vector<std::string> passwords;
    Date asOf;
    std::unique_ptr<ChildProcess> child{};
    std::vector<Page> pages{};
    std::string reader{}, pack{};
    Broker broker{bytes, supervisor->options.limits};
    Dependencies used{}; ///< services that answered in the running call
    int deaths = 0;

    const wire::Limits& limits() const { return supervisor->options.limits; }

    Result<void> open(const Watch& watch)
    {
        auto started = supervisor->startChild();
        if (!started)
            return started.error();
        child = std::move(*started);
        const auto answer = child->call({{{"type", "open"}, {"mediaType", mediaType}, {"passwords", passwords},
                                             {"asOf", asOf.dayNumber()}, {"size", bytes.size()}},
                                            {bytes.fd()}, limits().open, limits().served},
            watch, serve());
        if (!answer)
            return answer.error();
        const auto read = wire::decode([&] {
            reader = wire::textOf(memberOf(*answer, "reader"), 256);
            pack = wire::textOf(memberOf(*answer, "pack"), 256);
            pages.clear();
            for (const Json& page : wire::arrayOf(memberOf(*answer, "pages"), limits().pages))
                pages.push_back(wire::pageFromWire(page));
            return true;
        });
        return read ? Result<void>() : Result<void>(read.error());
    }

    /// A call in the file's child; in a fresh one, if the last died.
    Result<Json> call(Json request, const Watch& watch)
    {
        used = {};
        if (!child || child->dead()) {
            if (++deaths > mostDeaths)
                return Error{ErrorKind::Crashed, "the file has ended too many workers", reader};
            const auto opened = open(watch);
            if (!opened)
                return opened.error();
        }
        return child->call({std::move(request), {}, limits().call, limits().served}, watch, serve());
    }

    Result<ReadPass> run(const PassRequest& request, Json message, const Watch& watch)
    {
        const auto answer = call(std::move(message), watch);
        if (!answer)
            return answer.error();
        return wire::decode([&] {
            ReadPass read;
            read.pass = wire::passFromWire(memberOf(*answer, "pass"), limits());
            read.pass.request = request;
            for (const Fact& fact : read.pass.facts)
                if (fact.page >= static_cast<int>(pages.size()))
                    throw wire::DecodeError("a fact is told of a page that is not there");
            read.dependencies = supervisor->named(wire::valuesFromWire(memberOf(*answer, "used"), limits()));
            read.dependencies.add(used);
            return read;
        });
    }

    Serve serve()
    {
        return [this](const std::string& service, const Json& question, const Watch& watch) -> Result<Served> {
            if (auto names = serveNames(supervisor->options, service, question, used))
                return std::move(*names);
            if (auto tools = serveTools(broker, service, question, watch)) {
                used.add(broker.takeUsed());
                return std::move(*tools);
            }
            return Error{ErrorKind::NotFound, "the host offers no such service", "supervisor"};
        };
    }
};

FileSession::FileSession(std::unique_ptr<State> state)
    : m_state(std::move(state))
{
}

FileSession::~FileSession() = default;

const std::vector<Page>& FileSession::pages() const
{
    return m_state->pages;
}
const std::string& FileSession::reader() const
{
    return m_state->reader;
}
const std::string& FileSession::pack() const
{
    return m_state->pack;
}

Result<ReadPass> FileSession::run(const PassRequest& request, const Watch& watch)
{
    return m_state->run(request, {{"type", "run"}, {"request", wire::toWire(request)}}, watch);
}

Result<ReadPass> FileSession::run(const PassRequest& request, const DesignPrint& print, const Watch& watch)
{
    return m_state->run(
        request, {{"type", "run"}, {"request", wire::toWire(request)}, {"print", wire::toWire(print)}}, watch);
}

Result<PageImage> FileSession::pageImage(PageIndex page, Dpi dpi, const Watch& watch)
{
    State& state = *m_state;
    const auto answer = state.call({{"type", "page-image"}, {"page", page.value}, {"dpi", dpi.value}}, watch);
    if (!answer)
        return answer.error();
    const auto buffer = state.child->takeBuffer();
    if (!buffer)
        return buffer.error();
    auto image = wire::decode([&] {
        const auto side = [&](const char* key) {
            return static_cast<std::uint32_t>(wire::countOf(memberOf(*answer, key), state.limits().side));
        };
        PageImage told;
        told.width = side("width");
        told.height = side("height");
        told.channels = side("channels");
        told.dpi = {wire::numberOf(memberOf(*answer, "dpi"), 0)};
        told.stride = static_cast<std::uint64_t>(told.width) * told.channels;
        const bool sound = told.width > 0 && told.height > 0 && (told.channels == 1 || told.channels == 3);
        if (!sound || told.stride * told.height != buffer->size())
            throw wire::DecodeError("a picture is not of the size that was said");
        return told;
    });
    if (!image)
        return image.error();
    auto memory = buffer->map();
    if (!memory)
        return memory.error();
    image->pixels = (*memory)->bytes();
    image->memory = std::move(*memory);
    return image;
}

Result<std::unique_ptr<FileSession>> Supervisor::open(wire::SealedBytes bytes, const std::string& mediaType,
    const std::vector<std::string>& passwords, Date asOf, const Watch& watch)
{
    auto state = std::unique_ptr<FileSession::State>(
        new FileSession::State{m_state, std::move(bytes), mediaType, passwords, asOf});
    const auto opened = state->open(watch);
    if (!opened)
        return opened.error();
    return std::make_unique<FileSession>(std::move(state));
}

} // namespace vidimus::supervisor

#include "plugin_host/wire/strict.hpp"
#include "worker/host_services.hpp"
#include "worker/picture.hpp"
#include "worker/text.hpp"

#include <cmath>

namespace vidimus::worker {
namespace {

CallContext* contextOf(const vidimus_host_t* host)
{
    return HostServices::of(host).services->context();
}

vidimus_status_t statusOf(const Error& error)
{
    switch (error.kind) {
    case ErrorKind::Unsupported:
        return VIDIMUS_UNSUPPORTED;
    case ErrorKind::Malformed:
    case ErrorKind::Unreadable:
    case ErrorKind::Crashed:
        return VIDIMUS_MALFORMED; // a tool that stumbles over the file says the file is at fault
    case ErrorKind::TooLarge:
    case ErrorKind::TimedOut:
        return VIDIMUS_TOO_LARGE;
    case ErrorKind::Refused:
        return VIDIMUS_ENCRYPTED;
    case ErrorKind::Cancelled:
        return VIDIMUS_CANCELLED;
    case ErrorKind::OutOfMemory:
        return VIDIMUS_OUT_OF_MEMORY;
    case ErrorKind::NotFound:
    case ErrorKind::System:
        break;
    }
    return VIDIMUS_UNAVAILABLE;
}

/// Asks the supervisor and reads its answer; a failure becomes the call's message and status.
template <class Use> vidimus_status_t served(CallContext& context, nlohmann::json question, Use&& use)
{
    auto answer = context.link.ask(std::move(question));
    if (!answer) {
        context.lastMessage = answer.error().message;
        return statusOf(answer.error());
    }
    const auto used = wire::decode([&] { return use(*answer); });
    return used ? *used : VIDIMUS_UNAVAILABLE;
}

Result<std::shared_ptr<const wire::Mapping>> mapped(const wire::Message& message, std::uint64_t size)
{
    if (message.files.size() != 1)
        throw wire::DecodeError("the answer brings no file");
    return wire::Mapping::of(message.files.front().get(), size);
}

vidimus_status_t renderPage(
    const vidimus_host_t* host, uint32_t page, double dpi, vidimus_string_t password, vidimus_image_t* image)
{
    CallContext* context = contextOf(host);
    if (!context || !std::isfinite(dpi) || dpi <= 0)
        return VIDIMUS_UNAVAILABLE;
    return served(*context, {{"service", "render"}, {"page", page}, {"dpi", dpi}, {"password", clean(password)}},
        [&](const wire::Message& answer) {
            const auto side = [&](const char* name) {
                return static_cast<std::uint32_t>(wire::countOf(wire::memberOf(answer.body, name), UINT32_MAX));
            };
            const std::uint32_t width = side("width"), height = side("height");
            const std::uint64_t offset = wire::countOf(wire::memberOf(answer.body, "offset"), 4096);
            const std::uint64_t stride = 3ull * width;
            auto memory = mapped(answer, offset + stride * height);
            if (!memory)
                return statusOf(memory.error());
            context->drawn = std::move(*memory);
            *image = {context->drawn->bytes().data() + offset, width, height, stride, VIDIMUS_RGB8,
                wire::numberOf(wire::memberOf(answer.body, "dpi"))};
            return VIDIMUS_OK;
        });
}

vidimus_status_t repairPdf(const vidimus_host_t* host, vidimus_string_t password, vidimus_bytes_t* bytes)
{
    CallContext* context = contextOf(host);
    if (!context)
        return VIDIMUS_UNAVAILABLE;
    return served(*context, {{"service", "repair"}, {"password", clean(password)}}, [&](const wire::Message& answer) {
        auto memory = mapped(answer, wire::countOf(wire::memberOf(answer.body, "size"), context->limits.repaired));
        if (!memory)
            return statusOf(memory.error());
        const auto span = context->repaired.emplace_back(std::move(*memory))->bytes();
        *bytes = {span.data(), span.size()};
        return VIDIMUS_OK;
    });
}

vidimus_status_t compareNames(const vidimus_host_t* host, vidimus_string_t a, vidimus_string_t b,
    vidimus_string_t* relation, vidimus_string_t* explanation)
{
    CallContext* context = contextOf(host);
    if (!context)
        return VIDIMUS_UNAVAILABLE;
    return served(
        *context, {{"service", "compare-names"}, {"a", clean(a)}, {"b", clean(b)}}, [&](const wire::Message& answer) {
            context->relation = wire::textOf(wire::memberOf(answer.body, "relation"), context->limits.text);
            context->explanation = wire::textOf(wire::memberOf(answer.body, "explanation"), context->limits.text);
            *relation = string(context->relation);
            *explanation = string(context->explanation);
            return VIDIMUS_OK;
        });
}

vidimus_status_t foldHan(const vidimus_host_t* host, vidimus_string_t text, vidimus_string_t* folded)
{
    CallContext* context = contextOf(host);
    if (!context)
        return VIDIMUS_UNAVAILABLE;
    return served(*context, {{"service", "fold-han"}, {"text", clean(text)}}, [&](const wire::Message& answer) {
        context->folded = wire::textOf(wire::memberOf(answer.body, "folded"), context->limits.text);
        *folded = string(context->folded);
        return VIDIMUS_OK;
    });
}

} // namespace

const vidimus_render_t renderService{&renderPage};
const vidimus_repair_t repairService{&repairPdf};
const vidimus_names_t namesService{&compareNames, &foldHan};

} // namespace vidimus::worker

#include "worker/host_services.hpp"

#include "worker/text.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace vidimus::worker {
namespace {

CallContext* contextOf(const vidimus_host_t* host)
{
    return HostServices::of(host).services->context();
}

void writeLog(const vidimus_host_t* host, int level, vidimus_string_t message)
{
    CallContext* context = contextOf(host);
    if (!context)
        return; // while packs are loaded, their failures are told by status
    if (level <= 1)
        context->lastMessage = clean({message.data, std::min<std::uint64_t>(message.size, 1000)});
    context->link.log(HostServices::of(host).pack, level, view(message));
}

void reportProgress(const vidimus_host_t* host, double fraction)
{
    if (CallContext* context = contextOf(host))
        context->link.progress(fraction);
}

bool isCancelled(const vidimus_host_t* host)
{
    CallContext* context = contextOf(host);
    return context && context->link.cancelled();
}

std::int64_t asOfDay(const vidimus_host_t* host)
{
    CallContext* context = contextOf(host);
    if (!context)
        return 0;
    context->used.add("as-of", std::to_string(context->asOfDay));
    return context->asOfDay;
}

uint64_t pixelLimit(const vidimus_host_t* host)
{
    CallContext* context = contextOf(host);
    return context ? context->limits.pixels : wire::Limits().pixels;
}

uint32_t sideLimit(const vidimus_host_t* host)
{
    CallContext* context = contextOf(host);
    return context ? context->limits.side : wire::Limits().side;
}

const vidimus_exemplar_t* exemplarOf(const vidimus_host_t* host)
{
    CallContext* context = contextOf(host);
    return context ? context->exemplar : nullptr;
}

constexpr vidimus_registration_t registrationService{&exemplarOf};
constexpr vidimus_log_t logService{&writeLog};
constexpr vidimus_progress_t progressService{&reportProgress, &isCancelled};
constexpr vidimus_clock_t clockService{&asOfDay};
constexpr vidimus_image_service_t imageService{&pixelLimit, &sideLimit};

const void* extensionOf(const vidimus_host_t*, const char* id)
{
    static const std::array<std::pair<std::string_view, const void*>, 10> services{{
        {VIDIMUS_EXT_LOG, &logService},
        {VIDIMUS_EXT_PROGRESS, &progressService},
        {VIDIMUS_EXT_CLOCK, &clockService},
        {VIDIMUS_EXT_IMAGE, &imageService},
        {VIDIMUS_EXT_OCR, &recognitionService},
        {VIDIMUS_EXT_PAGES, &pagesService},
        {VIDIMUS_EXT_RENDER, &renderService},
        {VIDIMUS_EXT_REPAIR, &repairService},
        {VIDIMUS_EXT_NAMES, &namesService},
        {VIDIMUS_EXT_REGISTRATION, &registrationService},
    }};
    const auto found = std::find_if(services.begin(), services.end(), [&](const auto& row) { return row.first == id; });
    return found == services.end() ? nullptr : found->second;
}

} // namespace

const vidimus_host_t* HostServices::hostFor(const std::string& pack)
{
    PackHost& host = m_hosts.emplace_back();
    host.version = string(VIDIMUS_VERSION);
    host.get_extension = &extensionOf;
    host.services = this;
    host.pack = pack;
    return &host;
}

} // namespace vidimus::worker

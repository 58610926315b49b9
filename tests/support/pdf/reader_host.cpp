#include "support/pdf/reader_host.hpp"

#include <cstring>

namespace vidimus::test {

namespace {

ReaderHost* current = nullptr;
std::vector<std::uint8_t> pixels;

vidimus_status_t renderPage(
    const vidimus_host_t*, std::uint32_t, double dpi, vidimus_string_t password, vidimus_image_t* image)
{
    current->renderPasswords.emplace_back(sdk::view(password));
    const auto width = static_cast<std::uint32_t>(current->renderWidthMm / 25.4 * dpi);
    const auto height = static_cast<std::uint32_t>(current->renderHeightMm / 25.4 * dpi);
    pixels.assign(std::size_t(width) * height, 255);
    *image = {pixels.data(), width, height, width, VIDIMUS_GREY8, dpi};
    return VIDIMUS_OK;
}

vidimus_status_t repairPdf(const vidimus_host_t*, vidimus_string_t, vidimus_bytes_t* bytes)
{
    if (!current->repaired)
        return VIDIMUS_MALFORMED;
    *bytes = {reinterpret_cast<const std::uint8_t*>(current->repaired->data()), current->repaired->size()};
    return VIDIMUS_OK;
}

vidimus_status_t readImage(const vidimus_host_t*, vidimus_string_t reader, const vidimus_image_t* image,
    std::uint32_t page, const vidimus_pass_request_t* request, const vidimus_pass_sink_t*)
{
    current->handedOn.push_back({std::string(sdk::view(reader)), std::string(sdk::view(request->what)), page,
        image->width, image->height, image->dpi});
    return VIDIMUS_OK;
}

const vidimus_render_t render{&renderPage};
const vidimus_repair_t repair{&repairPdf};
const vidimus_pages_t pages{&readImage};

} // namespace

ReaderHost::ReaderHost()
{
    current = this;
    m_raw = {sdk::string("test"), &ReaderHost::extension};
    sdk::Host::instance().attach(&m_raw);
}

ReaderHost::~ReaderHost()
{
    sdk::Host::instance().attach(nullptr);
    current = nullptr;
}

const void* ReaderHost::extension(const vidimus_host_t*, const char* id)
{
    if (std::strcmp(id, VIDIMUS_EXT_RENDER) == 0)
        return &render;
    if (std::strcmp(id, VIDIMUS_EXT_REPAIR) == 0)
        return &repair;
    if (std::strcmp(id, VIDIMUS_EXT_PAGES) == 0)
        return &pages;
    return nullptr;
}

} // namespace vidimus::test

#include "scanner/sane_scanner.hpp"

#include <sane/sane.h>
#include <sane/saneopts.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <optional>

namespace vidimus::scanner {
namespace {

constexpr std::size_t maximumBytes = 400u << 20; ///< an A3 page in colour at 600 dpi

Error saneError(const std::string& what, SANE_Status status)
{
    return {status == SANE_STATUS_INVAL ? ErrorKind::NotFound : ErrorKind::System, what + ": " + sane_strstatus(status),
        "scanner"};
}

/// An opened device.
class Device {
public:
    explicit Device(SANE_Handle handle)
        : m_handle(handle)
    {
    }
    ~Device()
    {
        sane_cancel(m_handle);
        sane_close(m_handle);
    }
    Device(const Device&) = delete;
    Device& operator=(const Device&) = delete;
    SANE_Handle get() const { return m_handle; }

    std::optional<SANE_Int> optionIndex(const char* name) const
    {
        for (SANE_Int i = 1; const auto* option = sane_get_option_descriptor(m_handle, i); ++i)
            if (option->name && std::strcmp(option->name, name) == 0 && SANE_OPTION_IS_ACTIVE(option->cap)
                && SANE_OPTION_IS_SETTABLE(option->cap))
                return i;
        return std::nullopt;
    }

    /// Sets a string option if the device has it and knows the value.
    void setText(const char* name, const std::string& value) const
    {
        const auto index = optionIndex(name);
        const auto* option = index ? sane_get_option_descriptor(m_handle, *index) : nullptr;
        if (!option || option->type != SANE_TYPE_STRING || option->size <= static_cast<SANE_Int>(value.size()))
            return;
        std::vector<char> buffer(static_cast<std::size_t>(option->size));
        std::copy(value.begin(), value.end(), buffer.begin());
        SANE_Int info = 0;
        sane_control_option(m_handle, *index, SANE_ACTION_SET_VALUE, buffer.data(), &info);
    }

    void setNumber(const char* name, double value) const
    {
        const auto index = optionIndex(name);
        const auto* option = index ? sane_get_option_descriptor(m_handle, *index) : nullptr;
        if (!option || option->size != static_cast<SANE_Int>(sizeof(SANE_Word)))
            return;
        SANE_Word word = option->type == SANE_TYPE_FIXED ? SANE_FIX(value) : static_cast<SANE_Word>(std::lround(value));
        SANE_Int info = 0;
        sane_control_option(m_handle, *index, SANE_ACTION_SET_VALUE, &word, &info);
    }

    /// What the device made of the resolution asked for.
    double resolution(double asked) const
    {
        const auto index = optionIndex(SANE_NAME_SCAN_RESOLUTION);
        const auto* option = index ? sane_get_option_descriptor(m_handle, *index) : nullptr;
        SANE_Word word = 0;
        if (!option || sane_control_option(m_handle, *index, SANE_ACTION_GET_VALUE, &word, nullptr) != SANE_STATUS_GOOD)
            return asked;
        return option->type == SANE_TYPE_FIXED ? SANE_UNFIX(word) : word;
    }

    /// The whole bed: each corner option to the end of its range.
    void useWholeBed() const
    {
        for (const auto& [name, far] : {std::pair{SANE_NAME_SCAN_TL_X, false}, {SANE_NAME_SCAN_TL_Y, false},
                 {SANE_NAME_SCAN_BR_X, true}, {SANE_NAME_SCAN_BR_Y, true}}) {
            const auto index = optionIndex(name);
            const auto* option = index ? sane_get_option_descriptor(m_handle, *index) : nullptr;
            if (!option || option->constraint_type != SANE_CONSTRAINT_RANGE)
                continue;
            SANE_Word word = far ? option->constraint.range->max : option->constraint.range->min;
            SANE_Int info = 0;
            sane_control_option(m_handle, *index, SANE_ACTION_SET_VALUE, &word, &info);
        }
    }

private:
    SANE_Handle m_handle;
};

/// 16-bit and 1-bit samples to 8 bit; drops the padding of each row.
void appendRows(const SANE_Parameters& parameters, const std::vector<std::uint8_t>& raw, ScannedPage& page)
{
    const std::size_t samples = static_cast<std::size_t>(page.width) * page.channels;
    const auto stride = static_cast<std::size_t>(parameters.bytes_per_line);
    for (std::size_t row = 0; (row + 1) * stride <= raw.size(); ++row) {
        const std::uint8_t* line = raw.data() + row * stride;
        for (std::size_t i = 0; i < samples; ++i) {
            if (parameters.depth == 8)
                page.pixels.push_back(line[i]);
            else if (parameters.depth == 16) {
                std::uint16_t sample = 0; // SANE hands samples over in the machine's byte order
                std::memcpy(&sample, line + 2 * i, 2);
                page.pixels.push_back(static_cast<std::uint8_t>(sample >> 8));
            } else
                page.pixels.push_back((line[i / 8] >> (7 - i % 8)) & 1 ? 0 : 255); // one is black in lineart
        }
        ++page.height;
    }
}

Result<std::vector<std::uint8_t>> readFrame(SANE_Handle handle)
{
    std::vector<std::uint8_t> raw;
    std::array<SANE_Byte, 65536> buffer{};
    for (;;) {
        SANE_Int count = 0;
        const auto status = sane_read(handle, buffer.data(), buffer.size(), &count);
        if (status == SANE_STATUS_EOF)
            return raw;
        if (status != SANE_STATUS_GOOD)
            return saneError("the scan stopped", status);
        if (raw.size() + static_cast<std::size_t>(count) > maximumBytes)
            return Error{ErrorKind::TooLarge,
                "the scanner sends more than " + std::to_string(maximumBytes >> 20)
                    + " MiB; scan at a lower resolution",
                "scanner"};
        raw.insert(raw.end(), buffer.begin(), buffer.begin() + count);
    }
}

} // namespace

SaneScanner::SaneScanner()
{
    sane_init(nullptr, nullptr);
}

SaneScanner::~SaneScanner()
{
    sane_exit();
}

Result<std::vector<std::string>> SaneScanner::devices()
{
    const SANE_Device** list = nullptr;
    if (const auto status = sane_get_devices(&list, SANE_FALSE); status != SANE_STATUS_GOOD)
        return saneError("scanners cannot be listed", status);
    std::vector<std::string> names;
    for (; list && *list; ++list)
        names.emplace_back((*list)->name);
    return names;
}

Result<ScannedPage> SaneScanner::scan(const std::string& name, Dpi dpi, bool colour)
{
    SANE_Handle handle = nullptr;
    if (const auto status = sane_open(name.c_str(), &handle); status != SANE_STATUS_GOOD)
        return saneError("the scanner " + name + " cannot be opened", status);
    const Device device(handle);
    device.setText(SANE_NAME_SCAN_MODE, colour ? SANE_VALUE_SCAN_MODE_COLOR : SANE_VALUE_SCAN_MODE_GRAY);
    device.setNumber(SANE_NAME_BIT_DEPTH, 8);
    device.setNumber(SANE_NAME_SCAN_RESOLUTION, dpi.value);
    device.useWholeBed();

    if (const auto status = sane_start(handle); status != SANE_STATUS_GOOD)
        return saneError("the scan cannot start", status);
    SANE_Parameters parameters{};
    if (const auto status = sane_get_parameters(handle, &parameters); status != SANE_STATUS_GOOD)
        return saneError("the scan cannot start", status);
    if (parameters.format != SANE_FRAME_GRAY && parameters.format != SANE_FRAME_RGB)
        return Error{ErrorKind::Unsupported,
            "the scanner sends its colours one after another, which is not supported; scan in grey", "scanner"};
    auto raw = readFrame(handle);
    if (!raw)
        return raw.error();

    ScannedPage page;
    page.width = static_cast<std::uint32_t>(std::max(parameters.pixels_per_line, 0));
    page.channels = parameters.format == SANE_FRAME_RGB ? 3 : 1;
    page.dpi = {device.resolution(dpi.value)};
    const std::size_t needed
        = (static_cast<std::size_t>(page.width) * page.channels * static_cast<std::size_t>(parameters.depth) + 7) / 8;
    if (page.width == 0 || parameters.bytes_per_line <= 0
        || static_cast<std::size_t>(parameters.bytes_per_line) < needed)
        return Error{ErrorKind::Malformed, "the scanner describes a picture that cannot be", "scanner"};
    appendRows(parameters, *raw, page);
    return page;
}

} // namespace vidimus::scanner

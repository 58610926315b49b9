#pragma once
#include "plugin_host/wire/channel.hpp"
#include "worker/host_services.hpp"

#include <string>
#include <string_view>

namespace vidimus::worker {

/// Answers "open", "run" and "page-image" for the one file of this child.
class SessionServer {
public:
    explicit SessionServer(CallContext& context)
        : m_context(context)
    {
    }
    /// \return false: not a request of this kind. Throws DecodeError.
    bool handle(std::string_view type, wire::Message& request);

private:
    void open(wire::Message& request);
    void run(const nlohmann::json& request);
    void pageImage(const nlohmann::json& request);

    bool openWith(const Offered<vidimus_reader_t>& reader, vidimus_bytes_t bytes, const std::string& mediaType,
        const std::vector<std::string>& passwords, Error& error);
    void answerOpened();
    Result<vidimus_image_t> imageOf(std::uint32_t page, double dpi);
    vidimus_status_t runPass(const vidimus_pass_request_t& request, const vidimus_pass_sink_t* sink);
    Error failure(vidimus_status_t status) const;
    std::string readerId() const;

    CallContext& m_context;
    std::shared_ptr<const wire::Mapping> m_bytes;
    Offered<vidimus_reader_t> m_reader;
    vidimus_session_t* m_session = nullptr;
    std::vector<vidimus_page_info_t> m_pages;
};

} // namespace vidimus::worker

#include "pipeline/read/pass_reader.hpp"

namespace vidimus::pipeline {

Result<const Pass*> PassReader::pass(const PassRequest& request)
{
    if (const Pass* known = m_reading.find(request))
        return known;
    if (m_cancellation.cancelled())
        return Error{ErrorKind::Cancelled, "cancelled", "pipeline"};
    auto read = m_file.run(request);
    if (!read)
        return read.error();
    read->request = request;
    m_reading.add(std::move(*read));
    return m_reading.find(request);
}

} // namespace vidimus::pipeline

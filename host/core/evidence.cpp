#include "core/evidence.hpp"

namespace vidimus {

const Field* Document::field(std::string_view id, std::string_view lang) const
{
    for (const Field& field : fields)
        if (field.id == id && (lang.empty() || field.lang == lang))
            return &field;
    return nullptr;
}

} // namespace vidimus

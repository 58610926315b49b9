#include "worker/zygote.hpp"

#include <fcntl.h>
#include <iostream>
#include <sys/socket.h>
#include <unistd.h>

/// Started by the supervisor only, with one end of a socket pair at descriptor 3.
int main()
{
    constexpr int control = 3;
    int type = 0;
    socklen_t size = sizeof type;
    if (::getsockopt(control, SOL_SOCKET, SO_TYPE, &type, &size) != 0 || type != SOCK_SEQPACKET) {
        std::cerr << "vidimus-worker is started by vidimus; it has nothing to do on its own\n";
        return 64;
    }
    ::fcntl(control, F_SETFD, FD_CLOEXEC);
    vidimus::worker::runZygote(vidimus::wire::UniqueFd(control));
}

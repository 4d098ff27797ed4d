/* A libsdtapi.so without a reader: what it does is one word in the file that it was compiled for.
 * Signatures as makers publish them; the answers as their manuals say. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int open_port;

static int does(const char *what) {
    char word[32] = "";
    FILE *control = fopen(CONTROL, "r");
    if (control) {
        if (!fgets(word, sizeof word, control)) word[0] = 0;
        fclose(control);
    }
    return strcmp(word, what) == 0;
}

int SDT_OpenPort(int port) {
    if (does("unplugged") || port != PORT) return 1;
    open_port = port;
    return 0x90;
}

int SDT_ClosePort(int port) {
    if (port != open_port) return 1;
    open_port = 0;
    return 0x90;
}

int SDT_GetSAMStatus(int port, int if_open) {
    return does("unplugged") || port != open_port ? 0x60 : 0x90;
}

int SDT_StartFindIDCard(int port, unsigned char *answer, int if_open) {
    if (does("crash")) *(volatile int *) 0 = 1;
    while (does("hang")) usleep(10000);
    if (port != open_port || does("none")) return 0x80;
    memset(answer, 0, 4);
    return 0x9F;
}

int SDT_SelectIDCard(int port, unsigned char *answer, int if_open) {
    memset(answer, 0, 8);
    return does("lifted") ? 0x81 : 0x90;
}

int SDT_ReadBaseMsg(int port, unsigned char *text, unsigned int *length, unsigned char *photo, unsigned int *photo_length,
                    int if_open) {
    if (does("unreadable")) return 0x41;
    FILE *card = fopen(CONTROL ".card", "rb");
    if (!card) return 0x41;
    *length = (unsigned int) fread(text, 1, 256, card);
    fclose(card);
    memset(photo, 0x57, 1024);
    *photo_length = 1024;
    return 0x90;
}

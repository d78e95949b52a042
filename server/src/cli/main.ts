console.log("asterisk-analyzer");
